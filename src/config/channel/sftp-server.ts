import type { SecretSource } from "../secret-source.ts";

/** Algorithms to offer besides the usual ones, for servers that know nothing newer. */
export interface OldAlgorithms {
  readonly kex: readonly string[];
  readonly hostKey: readonly string[];
  readonly cipher: readonly string[];
  readonly mac: readonly string[];
}

/** A partner's SFTP server, and how we get in and behave there. Both directions have one. */
export interface SftpServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** One or two pins, see `parseHostKeyPin`; two while the partner changes its key. */
  readonly hostKeys: readonly string[];
  readonly key: SecretSource | null;
  /** Of the key; null when it has none. */
  readonly passphrase: SecretSource | null;
  readonly password: SecretSource | null;
  /** Where the path of the agent's socket is read from; `{ file }` is the socket itself. */
  readonly agent: SecretSource | null;
  /** How long to wait until we are in, in milliseconds. */
  readonly connectMs: number;
  /** How long to wait for an answer to any one request, in milliseconds. */
  readonly answerMs: number;
  /** After so long without a word the server is asked whether it is there, in milliseconds. */
  readonly keepaliveMs: number;
  /** How long to leave a server alone that failed: at first, and at most; in milliseconds. */
  readonly reconnect: { readonly firstMs: number; readonly longestMs: number };
  /** Files that are worked on at once. */
  readonly inFlight: number;
  readonly oldAlgorithms: OldAlgorithms;
}

/** What holds for a server when the settings do not say otherwise. */
export const sftpServerDefaults = {
  port: 22,
  key: null,
  passphrase: null,
  password: null,
  agent: null,
  connectMs: 20_000,
  answerMs: 20_000,
  keepaliveMs: 5_000,
  reconnect: { firstMs: 1_000, longestMs: 300_000 },
  inFlight: 16,
  oldAlgorithms: { kex: [], hostKey: [], cipher: [], mac: [] },
} as const satisfies Partial<SftpServer>;
