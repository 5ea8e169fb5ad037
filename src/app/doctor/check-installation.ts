import type { BusbarConfig } from "../../config/config.ts";
import { errorMessage, sentence } from "../../runtime/error-message.ts";
import { StoreError } from "../../store/port/store-error.ts";
import { type OpenInstallation, openInstallation } from "../installation/open-installation.ts";
import { unitFileState, unitSetting } from "../service/unit-file.ts";
import { type UnitProgram, wantedUnit } from "../service/unit-of.ts";
import { checkChannel } from "./check-channel.ts";
import { checkFolders } from "./check-folders.ts";
import { checkKeys } from "./check-keys.ts";
import { checkLeftClaims } from "./check-left-claims.ts";
import { checkClock, checkProgram } from "./check-machine.ts";
import { type CheckedThing, findingsIn } from "./finding.ts";

/** What is looked at beside what is quick. */
export interface InstallationChecks {
  /** Tries every channel, partners' servers too. */
  readonly channels: boolean;
  /** Where the unit of the service would lie, and what it starts; null: not looked at. */
  readonly unit: ({ readonly path: string } & UnitProgram) | null;
}

/** What is quick to look at and wrong: for the log of a daemon that starts. */
export async function quickFindings({
  config,
  clock,
  store,
}: Pick<OpenInstallation, "config" | "clock" | "store">): Promise<CheckedThing[]> {
  const all = [
    ...(await checkFolders(config)),
    ...(await checkClock(clock, store.health)),
    ...(await checkKeys(config, Date.now())),
    ...checkLeftClaims(config),
  ];
  return all.filter(({ outcome }) => outcome !== "good");
}

/** Looks at a whole installation, part by part; whatever is wrong with one, the others are looked at. */
export async function* checkInstallation(
  config: BusbarConfig,
  { channels, unit }: InstallationChecks,
): AsyncGenerator<CheckedThing> {
  yield checkProgram();
  yield* await checkFolders(config);
  yield* await checkStore(config);
  yield* await checkKeys(config, Date.now());
  yield* checkLeftClaims(config);
  if (channels) yield* checkChannels(config);
  if (unit !== null) yield* checkUnit(config, unit);
}

/** The store: whether it opens, whether its pages are whole; and the clock, which it remembers. */
async function checkStore(config: BusbarConfig): Promise<CheckedThing[]> {
  const { good, bad } = findingsIn("store");
  try {
    const { store, clock, close } = await openInstallation(config, { readOnly: true });
    try {
      const faults = await store.health.damagedPages();
      const about = config.store;
      return [
        ...(await checkClock(clock, store.health)),
        faults.length === 0
          ? good(about, "opens, and its integrity check passes")
          : bad(
              about,
              `It is damaged (${faults[0]}); restore a backup: docs/guides/backup-and-restore.md.`,
            ),
      ];
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof StoreError && error.code === "missing")
      return [good(config.store, "is not there yet: the daemon makes it when it first starts")];
    return [bad(config.store, errorMessage(error))];
  }
}

async function* checkChannels(config: BusbarConfig): AsyncGenerator<CheckedThing> {
  const { good, bad } = findingsIn("channels");
  const all = [...config.channels, ...config.sftpInboxes, ...config.outbound, ...config.mail];
  for (const { name } of all) {
    const { checks } = await checkChannel(config, name);
    const wrong = checks.filter(({ outcome }) => outcome === "fails");
    if (wrong.length === 0) yield good(name, "passes every check");
    for (const { where, what, detail } of wrong)
      yield bad(name, sentence(`It cannot ${what} at ${where}: ${detail}`));
  }
}

function checkUnit(
  config: BusbarConfig,
  { path, ...program }: NonNullable<InstallationChecks["unit"]>,
): CheckedThing[] {
  const { good, warning } = findingsIn("service");
  const user = unitSetting(path, "User");
  const others =
    process.getuid?.() === 0 && user !== null && user !== "root"
      ? [
          warning(
            user,
            "The service runs as this user, and root may do what that user may not: give this command as that user.",
          ),
        ]
      : [];
  const says = {
    absent: null,
    current: good(path, "fits the configuration as it is now"),
    outdated: warning(
      path,
      "It does not fit the configuration as it is now; have it written anew.",
    ),
    foreign: good(path, "a unit that Busbar did not write"),
  };
  const ofUnit = says[unitFileState(path, wantedUnit(config, path, program))];
  return ofUnit === null ? [] : [ofUnit, ...others];
}
