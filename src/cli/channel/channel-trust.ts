import { readFileSync } from "node:fs";
import { shownHostKeys } from "../../channels/sftp/login/host-keys.ts";
import { isPinned, parseHostKeyPin } from "../../config/channel/host-key.ts";
import { type OldAlgorithms, sftpServerDefaults } from "../../config/channel/sftp-server.ts";
import { ConfigError } from "../../config/config-error.ts";
import { findConfig } from "../../config/find-config.ts";
import { loadConfig } from "../../config/load-config.ts";
import { parseSource } from "../../config/settings-source.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../print/visible.ts";

/**
 * `busbar channel trust NAME`: shows the keys that the channel's server shows, for pinning; changes
 * nothing, and logs in nowhere. The channel need not have a key in the configuration yet; fails when it
 * has one and the server shows another.
 */
export async function channelTrust(
  context: CommandContext,
  name: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  const found = serverOf(findConfig(context.config, context.environment), name);
  const { host, port, pins } = found;
  const keys = await shownHostKeys({ ...found, connectMs: sftpServerDefaults.connectMs });
  if (keys.length === 0)
    throw new CommandFailure(`${host}:${port} shows no host key: is it an SSH server?`);
  const isOther = pins.length > 0 && !keys.some(({ key }) => isShownPinned(key, pins));
  const code = isOther ? exitCode.failed : exitCode.good;
  if (options.json) {
    for (const { type, fingerprint, key } of keys)
      await output.json({ host, port, type, fingerprint, key, pinned: isShownPinned(key, pins) });
    return code;
  }
  await output.line(`${visible(host)}:${port} shows`);
  for (const { type, fingerprint, key } of keys) {
    const mark = isShownPinned(key, pins) ? "  (pinned)" : "";
    await output.line(`  ${visible(type)} ${fingerprint}${mark}`);
  }
  if (isOther) await output.lines(["", ...otherKeyLines(pins)]);
  else if (pins.length === 0)
    await output.lines([
      "",
      "Nothing says yet that this is the partner. Compare the fingerprint with what the partner gives you by",
      "another way, a letter or a telephone call, and only then write into the channel's settings:",
      `    hostKey: ${keys[0]?.fingerprint}`,
    ]);
  return code;
}

/** What is to be said when a server shows none of the keys that are pinned. */
function otherKeyLines(pins: readonly string[]): readonly string[] {
  return [
    `The configuration pins ${pins.length === 1 ? "another key" : "other keys"}, so Busbar will not talk to this server:`,
    ...pins.map((pin) => `    ${visible(parseHostKeyPin(pin)?.fingerprint ?? pin)}`),
    "Either the partner changed its key or somebody stands in between. Ask the partner by another way, a",
    'letter or a telephone call; only when it confirms the new key, add that to "hostKey" (two are allowed).',
  ];
}

/** Whether a shown key, base64, is among the pins. */
function isShownPinned(key: string, pins: readonly string[]): boolean {
  const parsed = pins.map(parseHostKeyPin).filter((pin) => pin !== null);
  return isPinned(Buffer.from(key, "base64"), parsed);
}

interface ServerToTrust {
  readonly host: string;
  readonly port: number;
  readonly pins: readonly string[];
  readonly oldAlgorithms: OldAlgorithms;
}

function serverOf(file: string, name: string): ServerToTrust {
  try {
    const { sftpInboxes, outbound } = loadConfig(file);
    const servers = [...sftpInboxes, ...outbound.filter((channel) => channel.kind === "sftp")];
    const server = servers.find((channel) => channel.name === name)?.server;
    if (server !== undefined) {
      const { host, port, hostKeys: pins, oldAlgorithms } = server;
      return { host, port, pins, oldAlgorithms };
    }
  } catch (error) {
    // A key that is not there yet is what this command is for; anything else of the channel can wait.
    if (!(error instanceof ConfigError)) throw error;
    const server = unpinnedServer(file, name);
    if (server !== null) return server;
    if (isNamed(file, name)) throw error;
  }
  throw new CommandFailure(
    `there is no channel ${visible(name)} to an SFTP server`,
    exitCode.usage,
  );
}

/** Whether a channel of that name is written down. */
function isNamed(file: string, name: string): boolean {
  const { value } = parseSource(readFileSync(file, "utf8"));
  return at(at(value, "channels"), name) !== undefined;
}

/** The server of a channel as it is written down, whatever else is missing. */
function unpinnedServer(file: string, name: string): ServerToTrust | null {
  const { value } = parseSource(readFileSync(file, "utf8"));
  const channel = at(at(value, "channels"), name);
  const host = at(channel, "host");
  const port = at(channel, "port") ?? sftpServerDefaults.port;
  if (typeof host !== "string" || typeof port !== "number") return null;
  return { host, port, pins: [], oldAlgorithms: oldAlgorithmsOf(channel) };
}

/** The old algorithms that a channel is written down to allow. */
function oldAlgorithmsOf(channel: unknown): OldAlgorithms {
  const given = at(channel, "oldAlgorithms");
  const names = (setting: keyof OldAlgorithms): readonly string[] => {
    const value = at(given, setting);
    return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
  };
  return {
    kex: names("kex"),
    hostKey: names("hostKey"),
    cipher: names("cipher"),
    mac: names("mac"),
  };
}

function at(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
