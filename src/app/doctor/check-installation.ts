import type { SftpServer } from "../../config/channel/sftp-server.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { isDatabaseAddress, shownStore } from "../../core/text/store-location.ts";
import { machineClock } from "../../runtime/clock.ts";
import { errorMessage, sentence } from "../../runtime/error-message.ts";
import { storeAt } from "../../store/open.ts";
import { StoreError } from "../../store/port/store-error.ts";
import { readStatus } from "../heartbeat/daemon-status.ts";
import { lookAtDaemonOf } from "../heartbeat/look-at-daemon.ts";
import { type OpenInstallation, openInstallation } from "../installation/open-installation.ts";
import { unitFileState, unitSetting } from "../service/unit-file.ts";
import { type UnitProgram, wantedUnit } from "../service/unit-of.ts";
import { checkCertificate } from "./check-certificate.ts";
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
  /** What keeps a daemon from starting with the configuration; null or absent: nothing. */
  readonly fault?: string | null;
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
    ...checkCertificate(config, Date.now()),
    ...checkLeftClaims(config),
  ];
  return all.filter(({ outcome }) => outcome !== "good");
}

/** What is looked at where there is no configuration that could be read: the program and the machine. */
export async function* checkWithoutConfiguration(
  file: string,
  why: string,
): AsyncGenerator<CheckedThing> {
  yield checkProgram();
  yield* await checkClock(machineClock, null);
  const { bad } = findingsIn("configuration");
  yield bad(
    file,
    `It cannot be used, so that nothing that it names was looked at: ${why}. Correct it, and give this command again.`,
  );
}

/**
 * Looks at a whole installation, part by part; whatever is wrong with one, the others are looked at. `fault`: what
 * keeps a daemon from starting with a configuration that can be read.
 */
export async function* checkInstallation(
  config: BusbarConfig,
  { channels, unit, fault = null }: InstallationChecks,
): AsyncGenerator<CheckedThing> {
  yield checkProgram();
  const ofConfiguration = findingsIn("configuration");
  yield fault === null
    ? ofConfiguration.good(config.file, "can be used")
    : ofConfiguration.bad(config.file, `No daemon starts with it: ${fault}. Correct it.`);
  yield* await checkFolders(config);
  yield* await checkStore(config);
  yield* await checkKeys(config, Date.now());
  yield* checkCertificate(config, Date.now());
  yield* checkLeftClaims(config);
  if (channels) yield* checkChannels(config);
  yield await checkDaemon(config);
  if (unit !== null) yield* checkUnit(config, unit);
}

/** Whether a daemon does the work; before its first start nobody misses it. */
async function checkDaemon(config: BusbarConfig): Promise<CheckedThing> {
  try {
    return await foundOfDaemon(config);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return findingsIn("daemon").bad(
      shownStore(config.store),
      "Whether a daemon runs cannot be seen while the store cannot be used.",
    );
  }
}

async function foundOfDaemon(config: BusbarConfig): Promise<CheckedThing> {
  const store = shownStore(config.store);
  const look = await lookAtDaemonOf(config);
  const { good, warning, bad } = findingsIn("daemon");
  const idle = "nothing is taken in, done or sent";
  if (look.is === "running") return good(store, `runs as process ${look.status.pid}`);
  if (look.is === "stopped")
    return (await readStatus(storeAt(config.store).heartbeat)) === null
      ? good(store, "has not been started yet")
      : warning(store, `No daemon runs, so that ${idle}. Start it.`);
  if (look.is === "died")
    return bad(
      store,
      `The daemon ended without a word, as when it is killed, so that ${idle}. Look at the end of its log, and start it.`,
    );
  return bad(
    store,
    `The daemon${look.pid === null ? "" : ` (process ${look.pid})`} holds the store and says nothing, so that it hangs or is only just starting. Look at its log, and start it again if that does not move.`,
  );
}

/** The store: whether it opens, whether its pages are whole; and the clock, which it remembers. */
async function checkStore(config: BusbarConfig): Promise<CheckedThing[]> {
  const { good, bad } = findingsIn("store");
  try {
    const { store, clock, close } = await openInstallation(config, { readOnly: true });
    try {
      const faults = await store.health.damagedPages();
      const about = shownStore(config.store);
      return [
        ...(await checkClock(clock, store.health)),
        faults.length === 0
          ? good(about, "opens, and its integrity check passes")
          : bad(
              about,
              `It is damaged (${faults[0]}); restore a backup: docs/guides/backup-and-restore.md.`,
            ),
        ...(await checkWakeUps({ config, store })),
      ];
    } finally {
      await close();
    }
  } catch (error) {
    const ofClock = await checkClock(machineClock, null);
    if (error instanceof StoreError && error.code === "missing" && isMadeByDaemon(error, config))
      return [
        ...ofClock,
        good(
          shownStore(config.store),
          "is not there yet: the daemon makes it when it first starts",
        ),
      ];
    return [...ofClock, bad(shownStore(config.store), errorMessage(error))];
  }
}

/** Whether several daemons of a database wake each other; nothing is said of a store that is a file. */
export async function checkWakeUps({
  config,
  store,
}: Pick<OpenInstallation, "config" | "store">): Promise<CheckedThing[]> {
  if (!isDatabaseAddress(config.store)) return [];
  const { good, warning } = findingsIn("store");
  const about = shownStore(config.storeListen ?? config.store);
  return (await store.health.hearsOthers())
    ? [good(about, "daemons hear each other's notifications")]
    : [
        warning(
          about,
          "No notification arrives, as behind a pooler that gives sessions to transactions (PgBouncer with pool_mode = transaction): a daemon finds the work of another only by its own look every two seconds. Name the server's own address in `storeListen`.",
        ),
      ];
}

/** A daemon makes a file, and tables in a database; the database itself, which the server misses, people make. */
function isMadeByDaemon({ cause }: StoreError, { store }: BusbarConfig): boolean {
  return cause === undefined || !isDatabaseAddress(store);
}

/** Folders and keys that cannot be used by what a configuration says: what keeps a running daemon from taking it. */
export async function unusableParts(config: BusbarConfig): Promise<CheckedThing[]> {
  const all = [...(await checkFolders(config)), ...(await checkKeys(config, Date.now()))];
  return all.filter(({ area, outcome }) => area !== "space" && outcome === "bad");
}

/** A partner's server that says nothing for so long is reported as one that does not answer, in milliseconds. */
const partnerMs = 5_000;

/** The settings with short waits, so that one dead partner does not hold up whoever looks at all. */
function impatient(config: BusbarConfig): BusbarConfig {
  const soon = <Of extends { readonly server: SftpServer }>(channel: Of): Of => {
    const { connectMs, answerMs } = channel.server;
    const times = {
      connectMs: Math.min(connectMs, partnerMs),
      answerMs: Math.min(answerMs, partnerMs),
    };
    return { ...channel, server: { ...channel.server, ...times } };
  };
  return {
    ...config,
    sftpInboxes: config.sftpInboxes.map(soon),
    outbound: config.outbound.map((channel) => (channel.kind === "sftp" ? soon(channel) : channel)),
    webhooks: config.webhooks.map((channel) => ({
      ...channel,
      answerMs: Math.min(channel.answerMs, partnerMs),
    })),
  };
}

/** All at once, and reported in the order of the configuration. */
async function* checkChannels(given: BusbarConfig): AsyncGenerator<CheckedThing> {
  const config = impatient(given);
  const { good, bad } = findingsIn("channels");
  const { sftpInboxes, outbound, mail, webhooks } = config;
  const all = [...config.channels, ...sftpInboxes, ...outbound, ...mail, ...webhooks];
  const looks = all.map(({ name }) => ({ name, look: checkChannel(config, name) }));
  // One that rejects is met in its turn.
  for (const { look } of looks) look.catch(() => {});
  for (const { name, look } of looks) {
    const { checks } = await look;
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
