import type { Catalogue } from "../../catalogue/definition.ts";
import { checkWebhookTypes } from "../../config/channel/check-webhooks.ts";
import { checkFlowNames } from "../../config/check-flow-names.ts";
import { checkActionNames, checkCalendarNames } from "../../config/check-names.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { settingsError } from "../../config/load-config.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { clockFile } from "../../disk/clock-file.ts";
import type { OnLargeFile, RecordingContext } from "../../intake/channel/context.ts";
import { type Clock, machineClock } from "../../runtime/clock.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import { openStore } from "../../store/open.ts";
import type { Store } from "../../store/port/store.ts";
import type { StoreOptions } from "../../store/port/store-place.ts";
import type { DamagedRow } from "../../store/port/verify-store.ts";

/** What is made of a configuration without a store. Each part is made once, when it is first asked for. */
export interface InstallationModel {
  readonly config: BusbarConfig;
  readonly clock: Clock;
  /**
   * Every flow, with this installation's settings, once every flow and calendar that those name is known.
   * Rejects with `CatalogueError`, or with `ConfigError` for a name that there is not.
   */
  catalogue(): Promise<Catalogue>;
  /**
   * Every type of process, by its name, once every action and type that the settings name is known. Rejects with
   * `ProcessesError`, or with `ConfigError` for a name that there is not.
   */
  definitions(): Promise<ReadonlyMap<string, ProcessDefinition>>;
}

/** An installation: its configuration, what is made of that, and its store, open. */
export interface OpenInstallation extends InstallationModel {
  readonly store: Store;
  /** What it takes to read files and record them, with the keys and limits of the configuration. */
  recording(told?: {
    readonly onStep?: OnCrashPoint;
    readonly onLargeFile?: OnLargeFile;
  }): Promise<RecordingContext>;
  close(): Promise<void>;
}

/** How the store of an installation is opened. */
export type OpenOptions = Pick<
  StoreOptions,
  "history" | "guard" | "daemon" | "onCommit" | "wholeSchema" | "readOnly" | "evenIncomplete"
>;

/** Says what an installation is, and opens nothing. `definitions`: the types of process instead of those configured. */
export function installationModel(
  config: BusbarConfig,
  given?: readonly ProcessDefinition[],
): InstallationModel {
  // Loaded when asked for: most commands need neither, and start sooner without.
  const catalogue = once(async () => {
    const { openCatalogue } = await import("../../definitions/open.ts");
    const made = await openCatalogue(config);
    checkFlowNames(config, made);
    checkCalendarNames(config);
    return made;
  });
  const definitions = once(async () => {
    const { openProcesses } = await import("./open-processes.ts");
    const all = given ?? (await openProcesses(config, catalogue));
    const types = new Map(all.map((definition) => [definition.type, definition]));
    checkActionNames(config, types.values());
    checkWebhookTypes(config, types.keys());
    return types;
  });
  const clock = clockOf(config);
  return { config, clock, catalogue, definitions };
}

/**
 * Opens an installation: the one way from a configuration to a store and to what reads files, of the daemon and
 * of every command. Rejects with `StoreError`. Who opens it closes it.
 */
export async function openInstallation(
  of: BusbarConfig | InstallationModel,
  options: OpenOptions = {},
): Promise<OpenInstallation> {
  const model = "config" in of ? of : installationModel(of);
  const { config, catalogue, clock } = model;
  const now = () => clock.wall();
  const store = await openStore(config.store, {
    ...options,
    blobFolder: config.blobs,
    listenAt: config.storeListen,
    now,
  });
  return {
    ...model,
    store,
    recording: async (told) => {
      const { recordingContext } = await import("../../intake/channel/context.ts");
      const { readingContext } = await import("./reading-context.ts");
      const reading = await readingContext(config, catalogue);
      return recordingContext({ store, blobs: config.blobs, clock, ...reading, ...told });
    },
    close: () => store.close(),
  };
}

/** The rows that could not be read since the installation was opened, each with why. */
export function damageFoundBy({ store }: Pick<OpenInstallation, "store">): readonly DamagedRow[] {
  return store.health.damage();
}

/** The machine's clock, or the one of a simulation. Throws `ConfigError` when that shows no moment. */
function clockOf({ clock, file }: BusbarConfig): Clock {
  if (clock === null) return machineClock;
  const made = clockFile(clock);
  if (made !== null) return made;
  const message = `clock: ${clock} holds no moment such as 2026-03-02T09:00:00.000Z; write one, or leave the setting out`;
  throw settingsError(file, [{ path: ["clock"], message }]);
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
