import type { ConnectConfig } from "ssh2";
import {
  fingerprintOf,
  type HostKeyPin,
  isPinned,
  keyType,
  parseHostKeyPin,
} from "../../../config/channel/host-key.ts";
import type { SftpServer } from "../../../config/channel/sftp-server.ts";
import { SftpError } from "../sftp-error.ts";
import { openSocket } from "./open-socket.ts";
import { newSftpClient } from "./sftp-client.ts";

/** A key that a server shows, for people to pin. */
export interface ShownHostKey {
  readonly type: string;
  readonly fingerprint: string;
  /** In full, base64. */
  readonly key: string;
}

/** Kinds of key that a server is asked for, the one we would choose first. */
const kindsOfKey: readonly (readonly string[])[] = [
  ["ssh-ed25519"],
  ["ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"],
  ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"],
];

/** What to ask for to be shown a key of that type. */
export function askedFor(type: string): readonly string[] {
  return type === "ssh-rsa" ? ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"] : [type];
}

/** The kinds of host keys to ask a server for, with the old ones that the settings allow. */
export function kindsAt({
  oldAlgorithms,
}: Pick<SftpServer, "oldAlgorithms">): (readonly string[])[] {
  const usual = new Set(kindsOfKey.flat());
  return [
    ...kindsOfKey,
    ...oldAlgorithms.hostKey.filter((one) => !usual.has(one)).map((one) => [one]),
  ];
}

/** The keys that a server shows, without logging in: nothing but the protocol's greeting is sent. */
export async function shownHostKeys(
  server: Pick<SftpServer, "host" | "port" | "connectMs" | "oldAlgorithms">,
  kinds: readonly (readonly string[])[] = kindsAt(server),
): Promise<ShownHostKey[]> {
  const name = `${server.host}:${server.port}`;
  const keys: ShownHostKey[] = [];
  for (const serverHostKey of kinds) {
    const deadline = AbortSignal.timeout(server.connectMs);
    const client = await newSftpClient();
    const socket = await openSocket(server, name, deadline);
    // A client that never took the socket hears nothing of what befalls it.
    socket.on("error", () => {});
    const shown = new Promise<ShownHostKey | null>((resolve, reject) => {
      const nothing = () => resolve(null);
      for (const event of ["error", "end", "close"]) client.on(event, nothing);
      deadline.addEventListener("abort", nothing);
      const hostVerifier = (key: Buffer) => {
        const type = keyType(key);
        resolve({ type, fingerprint: fingerprintOf(key), key: key.toString("base64") });
        return false;
      };
      const algorithms = algorithmsOf(server, serverHostKey);
      // What befalls the connection came to nothing above; what is left is a setting it cannot take.
      client.connect({ sock: socket, username: "", algorithms, hostVerifier }).catch(reject);
    });
    const key = await shown.finally(() => socket.destroy());
    if (key !== null) keys.push(key);
  }
  return keys;
}

/** The server shows a host key that is not pinned. */
export class OtherHostKey extends SftpError {
  readonly type: string;
  readonly #name: string;
  readonly #shown: readonly Shown[];
  readonly #pins: readonly HostKeyPin[];

  constructor(name: string, shown: readonly Shown[], pins: readonly HostKeyPin[]) {
    super("host-key", sayOtherKey(name, shown, pins));
    this.type = shown[0]?.type ?? "";
    this.#name = name;
    this.#shown = shown;
    this.#pins = pins;
  }

  /** This error, reported with the server's keys of other kinds. */
  withAll(others: readonly Shown[]): OtherHostKey {
    return new OtherHostKey(this.#name, [...this.#shown, ...others], this.#pins);
  }
}

/** What people compare of a key. */
type Shown = Pick<ShownHostKey, "type" | "fingerprint">;

function sayOtherKey(name: string, shown: readonly Shown[], pins: readonly HostKeyPin[]): string {
  const keys = shown.map(({ type, fingerprint }) => `${fingerprint} (${type})`);
  const pinned = pins.map(({ type, fingerprint }) =>
    type === null ? fingerprint : `${fingerprint} (${type})`,
  );
  const many = keys.length > 1;
  return `${name} shows the host key${many ? "s" : ""} ${keys.join(" and ")}; pinned is ${pinned.join(" or ")}${many ? ", which is none of them" : ""}. Nothing was sent to it. Ask the partner, by another way than this server, whether it changed its key: if it did, add the new one to "hostKey" (two are allowed); if not, somebody is in between.`;
}

/** The keys that the settings pin. */
export function pinsOf(server: Pick<SftpServer, "hostKeys">): HostKeyPin[] {
  return server.hostKeys.map(parseHostKeyPin).filter((pin) => pin !== null);
}

/** Judges the key that the server shows, before anything is sent to it, and keeps what it saw. */
export class HostKeyCheck {
  readonly #name: string;
  readonly #pins: readonly HostKeyPin[];
  readonly #kinds: readonly string[] | null;
  shown = { type: "", fingerprint: "" };
  refusal: SftpError | null = null;

  constructor(server: Pick<SftpServer, "hostKeys">, name: string, kinds: readonly string[] | null) {
    this.#name = name;
    this.#pins = pinsOf(server);
    this.#kinds = kinds;
  }

  /** The kinds of key to ask for: those given, or those pinned in full, or null for any. */
  get kinds(): readonly string[] | null {
    if (this.#kinds !== null) return this.#kinds;
    const types = this.#pins.map(({ type }) => type).filter((type) => type !== null);
    if (types.length < this.#pins.length) return null;
    return types.flatMap(askedFor);
  }

  readonly judge = (key: Buffer): boolean => {
    this.shown = { type: keyType(key), fingerprint: fingerprintOf(key) };
    if (isPinned(key, this.#pins)) return true;
    this.refusal = new OtherHostKey(this.#name, [this.shown], this.#pins);
    return false;
  };
}

/** What to offer a server; `kinds`: of host keys, null for the usual ones. */
export function algorithmsOf(
  server: Pick<SftpServer, "oldAlgorithms">,
  kinds: readonly string[] | null,
): AnyAlgorithms {
  const { kex, cipher, mac, hostKey } = server.oldAlgorithms;
  const serverHostKey = kinds === null ? { append: hostKey } : [...kinds];
  return {
    kex: { append: kex },
    cipher: { append: cipher },
    hmac: { append: mac },
    serverHostKey,
  } as AnyAlgorithms;
}

/** Names are the partner's business; the library says when it does not know one. */
type AnyAlgorithms = NonNullable<ConnectConfig["algorithms"]>;
