import { readFileSync } from "node:fs";
import { shownHostKeys } from "../../../channels/sftp/login/host-keys.ts";
import { isPinned, parseHostKeyPin } from "../../../config/channel/host-key.ts";
import { type OldAlgorithms, sftpServerDefaults } from "../../../config/channel/sftp-server.ts";
import { ConfigError } from "../../../config/config-error.ts";
import { loadConfig } from "../../../config/load-config.ts";
import { parseSource } from "../../../config/settings-source.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";

/** A key that a server shows. */
export interface ServerKey {
  readonly type: string;
  readonly fingerprint: string;
  /** Base64. */
  readonly key: string;
  /** The configuration pins it. */
  readonly pinned: boolean;
}

/** The keys that a channel's server shows, beside those that are pinned. */
export interface ServerKeys {
  readonly host: string;
  readonly port: number;
  readonly keys: readonly [ServerKey, ...ServerKey[]];
  /** What the configuration pins, as it is written there. */
  readonly pins: readonly string[];
  /** Keys are pinned, and the server shows none of them. */
  readonly isOther: boolean;
}

/**
 * Asks the server of a channel for its host keys, for pinning; changes nothing, and logs in nowhere. The channel
 * need not have a key in the configuration file yet.
 */
export async function serverKeys(
  { configFile }: { readonly configFile: string },
  { channel: name }: { readonly channel: string },
): Promise<ServerKeys> {
  const found = serverOf(configFile, name);
  const { host, port, pins } = found;
  const shown = await shownHostKeys({ ...found, connectMs: sftpServerDefaults.connectMs });
  const [first, ...others] = shown.map(({ type, fingerprint, key }) => {
    return { type, fingerprint, key, pinned: isShownPinned(key, pins) };
  });
  if (first === undefined)
    throw new RefusedError(
      "unavailable",
      `${host}:${port} shows no host key: is it an SSH server?`,
      { about: `channel ${name}` },
    );
  const keys = [first, ...others] as const;
  const isOther = pins.length > 0 && !keys.some(({ pinned }) => pinned);
  return { host, port, keys: [...keys], pins, isOther };
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
  throw new RefusedError("invalid", `There is no channel ${name} to an SFTP server`);
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
