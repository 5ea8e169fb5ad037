import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { englandAndWales } from "../../calendar/england-and-wales.ts";
import type { Catalogue } from "../../catalogue/definition.ts";
import { openCalendars } from "../../config/calendars.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { settingsError } from "../../config/load-config.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { advice } from "../../core/stuck/remedy.ts";
import { allProcesses, processSettings, shippedProcesses } from "../../processes/registry.ts";
import { errorStack, ownPlace } from "../../runtime/error-stack.ts";
import { definitionsIn, type Installation } from "./module-exports.ts";
import { knowOwnName } from "./own-name.ts";
import { ProcessesError } from "./processes-error.ts";

type Settings = Pick<
  BusbarConfig,
  | "file"
  | "calendars"
  | "processes"
  | "shippedProcesses"
  | "processSettings"
  | "participant"
  | "dipIds"
>;

/** A definition and where it is from: a file, or Busbar. */
interface Placed {
  readonly from: string;
  readonly definition: ProcessDefinition;
}

/**
 * The types of process of an installation: those that Busbar brings and are not switched off, those of the
 * modules that `processes:` names, and the one that takes what is left. The catalogue is only opened
 * where there are modules, whose flows are looked up in it.
 *
 * @throws {ProcessesError} when a module is not there, does not load, or does not fit.
 * @throws {ConfigError} when a calendar is wrong.
 */
export async function openProcesses(
  config: Settings,
  catalogue: () => Promise<Catalogue>,
): Promise<readonly ProcessDefinition[]> {
  const calendar = openCalendars(config);
  const shipped = shippedProcesses({
    calendar: calendar(englandAndWales.name),
    us: config.participant?.participant ?? null,
    dipIds: config.dipIds,
    settings: settingsOf(config),
  })
    .filter(({ type }) => config.shippedProcesses.includes(type))
    .map((definition): Placed => ({ from: "Busbar", definition }));
  const own: Placed[] = [];
  for (const file of config.processes) own.push(...(await loadModule(file, { calendar })));
  if (own.length > 0) refuseUnknownFlows(own, await catalogue());
  refuseTwins([...shipped, ...own]);
  return allProcesses([...shipped, ...own].map(({ definition }) => definition));
}

function settingsOf({ file, processSettings: written, shippedProcesses, participant }: Settings) {
  const read = processSettings.safeParse(written);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => {
      const whole = ["processSettings", ...path];
      return { path: whole, message: `${whole.join(".")}: ${message}` };
    });
    throw settingsError(file, wrong);
  }
  if (shippedProcesses.includes("switch-gain") && participant?.participant == null)
    throw settingsError(file, [
      {
        path: ["shippedProcesses", shippedProcesses.indexOf("switch-gain")],
        message:
          "switch-gain is in shippedProcesses, and nobody says who we are; say it under participant, such as { role: X, id: SUPP }",
      },
    ]);
  return read.data;
}

async function loadModule(file: string, installation: Installation): Promise<Placed[]> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new ProcessesError(file, "there is no such file; look at processes in busbar.yaml");
  knowOwnName();
  let definitions: readonly ProcessDefinition[];
  try {
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    definitions = await definitionsIn(exported, installation);
  } catch (cause) {
    throw new ProcessesError(file, `cannot be loaded: ${sayWhy(cause)}`, { cause });
  }
  if (definitions.length === 0)
    throw new ProcessesError(
      file,
      "exports no process definition; export what defineProcess gives, or a function `processes` that makes some",
    );
  return definitions.map((definition) => ({ from: file, definition }));
}

/** The message, and the first place of the stack that is a file of somebody's own. */
function sayWhy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = ownPlace(errorStack(error));
  return place === undefined ? error.message : `${error.message} (${place})`;
}

function refuseUnknownFlows(own: readonly Placed[], catalogue: Catalogue): void {
  const known = new Set(
    [...catalogue.list(), ...catalogue.tables(), ...catalogue.jsonEvents()].map(({ flow }) => flow),
  );
  for (const { from, definition } of own) {
    const unknown = [...definition.takesFlows].find((flow) => !known.has(flow));
    if (unknown !== undefined)
      throw new ProcessesError(
        from,
        `"${definition.type}" takes the flow ${unknown}, which no catalogue defines`,
        { remedy: advice("`{}` shows those there are", { remedy: "list", of: "flow" }) },
      );
  }
}

function refuseTwins(all: readonly Placed[]): void {
  const places = new Map<string, string>();
  for (const { from, definition } of all) {
    const other = places.get(definition.type);
    if (other !== undefined)
      throw new ProcessesError(
        from,
        other === "Busbar"
          ? `"${definition.type}" is a type of process that Busbar brings; give yours another name, or leave Busbar's out of shippedProcesses`
          : `"${definition.type}" is defined in ${other} too; a type of process can be defined once`,
      );
    places.set(definition.type, from);
  }
}
