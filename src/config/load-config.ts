import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { unknownRgmaNames } from "../catalogue/load/rgma-codes.ts";
import type { AddresseeRule } from "../core/file/addressee.ts";
import { advice } from "../core/stuck/remedy.ts";
import { isDatabaseAddress } from "../core/text/store-location.ts";
import { sayFileError } from "../disk/file-error.ts";
import type { FolderChannel } from "./channel/channel.ts";
import type { OutboundChannel } from "./channel/outbound-channel.ts";
import { ownInboxes, resolveOutbound, sharedServices } from "./channel/resolve-outbound.ts";
import type { SftpInbox } from "./channel/sftp-inbox.ts";
import { resolveSftpInbox, sharedSftpInboxes } from "./channel/sftp-inbox-schema.ts";
import type { SmtpChannel } from "./channel/smtp-channel.ts";
import { resolveSmtp } from "./channel/smtp-schema.ts";
import type { WebhookChannel } from "./channel/webhook-channel.ts";
import { resolveWebhook } from "./channel/webhook-schema.ts";
import type { BusbarConfig } from "./config.ts";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import { withDipIds } from "./dip-ids.ts";
import { resolveHttp } from "./http-settings.ts";
import { resolveNotices } from "./notices/notice-schema.ts";
import { strayContacts } from "./notices/stray-contacts.ts";
import { ownPgpIn, type PgpIn, resolvePgpIn } from "./pgp.ts";
import { readSettings } from "./read-settings.ts";
import { retentionRule } from "./retention.ts";
import type { InboundSettings, Settings } from "./schema.ts";
import { resolveSecret } from "./secret-source.ts";
import { parseSource, type SettingsSource } from "./settings-source.ts";

/**
 * Reads and checks a configuration.
 *
 * @throws {ConfigError} when it is not there, not readable, or wrong.
 */
export function loadConfig(file: string): BusbarConfig {
  const absolute = resolve(file);
  const source = parseSource(configText(absolute));
  const read = readSettings(source);
  if (!read.ok) throw new ConfigError(file, read.problems);
  const config = resolveSettings(read.settings, absolute);
  const clashes = [
    ...config.channels.flatMap((channel) => clashesOf(channel, config, source)),
    ...strayStatuses(config, source),
    ...clockOfLive(config, source),
    ...listenOfFile(config, source),
    ...unknownGasNames(config, source),
    ...strayContacts(config, source),
    ...sharedSftpInboxes(config.sftpInboxes, source),
    ...sharedServices(config.outbound, source),
    ...ownInboxes(config.outbound, config.channels, source),
  ];
  if (clashes.length > 0) throw new ConfigError(file, clashes);
  return config;
}

/** What is wrong with a setting once the configuration is compared with what it names. */
export interface WrongSetting {
  /** Where the setting is: a name that is wrong itself, or what has it as its value. */
  readonly path: readonly PropertyKey[];
  /** One sentence: which setting, what was found, what is expected. */
  readonly message: string;
}

/**
 * The refusal of a configuration for settings that turned out wrong after it was read, each with its line and
 * column. The file is read once more, since what was resolved no longer knows where it was; when it cannot be
 * read now, places are left out.
 */
export function settingsError(file: string, wrong: readonly WrongSetting[]): ConfigError {
  const source = sourceNow(file);
  const problems = wrong.map(
    ({ path, message }) =>
      source?.problemAt(path, message) ?? { line: null, column: null, message },
  );
  return new ConfigError(file, problems);
}

/** The text of a configuration as it is now, parsed; null when it cannot be read. */
export function sourceNow(file: string): SettingsSource | null {
  try {
    return parseSource(configText(file));
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

/**
 * The text of a configuration.
 *
 * @throws {ConfigError} when it is not there or not readable.
 */
export function configText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const problem = { line: null, column: null, message: whyUnreadable(error) };
    throw new ConfigError(file, [problem], isMissing ? makeOne : null);
  }
}

const makeOne = advice("make one with `{}`, or name another with --config", {
  remedy: "make-config",
});

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "this is a folder; name the busbar.yaml inside it";
    case "EACCES":
      return "no permission to read it";
    default: {
      const words = sayFileError(error);
      if (words === null) throw error;
      return words.why;
    }
  }
}

/** A configuration of settings that were read from a file. */
export function resolveSettings(settings: Settings, file: string): BusbarConfig {
  const folder = dirname(file);
  const pgp = settings.pgp === null ? null : resolvePgpIn(settings.pgp, folder);
  const channels: FolderChannel[] = [];
  const outbound: OutboundChannel[] = [];
  const sftpInboxes: SftpInbox[] = [];
  const mail: SmtpChannel[] = [];
  const webhooks: WebhookChannel[] = [];
  for (const [name, channel] of Object.entries(settings.channels))
    if (channel.kind === "smtp") mail.push(resolveSmtp(name, channel, folder));
    else if (channel.kind === "webhook") webhooks.push(resolveWebhook(name, channel, folder));
    else if (channel.direction === "out")
      outbound.push(resolveOutbound(name, channel, folder, settings));
    else if (channel.kind === "sftp")
      sftpInboxes.push(resolveSftpInbox(name, channel, folder, pgp));
    else channels.push(resolveInbound(name, channel, folder, pgp));
  return {
    file,
    store: isDatabaseAddress(settings.store) ? settings.store : resolve(folder, settings.store),
    storeListen: settings.storeListen,
    blobs: resolve(folder, settings.blobs),
    largeFileBytes: settings.largeFiles,
    log: settings.log,
    clock: settings.clock === null ? null : resolve(folder, settings.clock),
    catalogues: settings.catalogues.map((path) => resolve(folder, path)),
    undescribedFlows: settings.undescribedFlows,
    rgma: settings.rgma ?? null,
    calendars: mapValues(settings.calendars, (path) => resolve(folder, path)),
    processes: settings.processes.map((path) => resolve(folder, path)),
    shippedProcesses: settings.shippedProcesses,
    processSettings: settings.processSettings,
    live: settings.live,
    flows: settings.flows,
    expected: settings.expected,
    notices: resolveNotices(
      settings.notices,
      (secret) => resolveSecret(secret, folder),
      mail.map(({ name }) => name),
    ),
    participant: settings.participant,
    addressee: addresseeOf(settings, outbound),
    dipIds: settings.dipIds,
    actions: settings.actions,
    disk: settings.disk,
    backlog: settings.backlog,
    retention: retentionRule(settings.retention),
    unpack: settings.unpack,
    pgp,
    http: resolveHttp(settings.http, folder),
    channels,
    sftpInboxes,
    outbound,
    mail,
    webhooks,
  };
}

/** Who we are is said by `participants`, by `participant`, and by `from` of channels that lead out. */
function addresseeOf(
  { participant, participants, notForUs, dipIds }: Settings,
  outbound: readonly OutboundChannel[],
): AddresseeRule | null {
  const senders = [participant, ...outbound.map(({ from }) => from)];
  const ids = senders.flatMap((party) => party?.participant ?? []);
  const ours = withDipIds([...participants, ...ids], dipIds);
  return ours.length === 0 ? null : { ours, notForUs };
}

function resolveInbound(
  name: string,
  settings: InboundSettings,
  folder: string,
  pgp: PgpIn | null,
): FolderChannel {
  const { path, work, archive, quarantine, steady, poll, pgp: own, ...rest } = settings;
  return {
    ...rest,
    name,
    path: resolve(folder, path),
    work: resolve(folder, work ?? `var/work/${name}`),
    archive: resolve(folder, archive),
    quarantine: resolve(folder, quarantine),
    steadyMs: steady,
    pollMs: poll,
    pgp: ownPgpIn(own, pgp, folder),
  };
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** Status files leave by a channel that files leave by. */
function strayStatuses(
  { channels, sftpInboxes, outbound }: BusbarConfig,
  source: SettingsSource,
): ConfigProblem[] {
  return [...channels, ...sftpInboxes].flatMap(({ name, statusTo }) => {
    if (statusTo === null || outbound.some((channel) => channel.name === statusTo)) return [];
    const message = `channels.${name}.statusTo: no channel "${statusTo}" has direction: out; name one that files leave by, or add it`;
    return [source.problemAt(["channels", name, "statusTo"], message)];
  });
}

/** Nobody listens at a file. */
function listenOfFile(
  { store, storeListen }: BusbarConfig,
  source: SettingsSource,
): ConfigProblem[] {
  if (storeListen === null || isDatabaseAddress(store)) return [];
  const message =
    "storeListen: the store is a file, so that nothing is heard by it; leave this out";
  return [source.problemAt(["storeListen"], message)];
}

/** What really happens happens by the time that it really is. */
function clockOfLive({ live, clock }: BusbarConfig, source: SettingsSource): ConfigProblem[] {
  if (!live || clock === null) return [];
  const message =
    "clock: a live installation goes by the machine's clock; leave this out, or set live: false";
  return [source.problemAt(["clock"], message)];
}

/** Codes are given to what the catalogue names; what nothing is called would count for nothing. */
function unknownGasNames({ rgma }: BusbarConfig, source: SettingsSource): ConfigProblem[] {
  if (rgma === null) return [];
  return unknownRgmaNames(rgma).map(({ path, message }) =>
    source.problemAt(["rgma", ...path], `rgma.${path.join(".")}: ${message}`),
  );
}

/**
 * A folder that files are taken from may be used for nothing else: what is put into it would be taken
 * as a new arrival. The same for a work folder, whose files nobody else may touch.
 */
function clashesOf(
  channel: FolderChannel,
  config: BusbarConfig,
  source: SettingsSource,
): ConfigProblem[] {
  const others = config.channels.flatMap((other) => [
    { setting: `channels.${other.name}.path`, folder: other.path },
    { setting: `channels.${other.name}.work`, folder: other.work },
    { setting: `channels.${other.name}.archive`, folder: other.archive },
    { setting: `channels.${other.name}.quarantine`, folder: other.quarantine },
  ]);
  for (const { name, quarantine } of config.sftpInboxes)
    others.push({ setting: `channels.${name}.quarantine`, folder: quarantine });
  others.push({ setting: "blobs", folder: config.blobs });
  return (["path", "work"] as const).flatMap((own) => {
    const setting = `channels.${channel.name}.${own}`;
    const clash = others.find(
      (other) => other.setting !== setting && other.folder === channel[own],
    );
    if (clash === undefined) return [];
    const message = `${setting}: ${channel[own]} is also ${clash.setting}; give each a folder of its own`;
    return [source.problemAt(["channels", channel.name, own], message)];
  });
}

/**
 * The configuration that a command means: the one named, else `$BUSBAR_CONFIG`, else `busbar.yaml`
 * in the folder it is run in.
 */
export function findConfig(
  named: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return named ?? (environment["BUSBAR_CONFIG"] || "busbar.yaml");
}
