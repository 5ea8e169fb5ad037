import type { NegotiatedAlgorithms, SFTPWrapper } from "ssh2";
import { type SftpClient, softwareOf } from "./login/sftp-client.ts";

/** What a server showed of itself when we got in: asked once for each connection, and reported to people. */
export interface ServerInfo {
  /** What it calls its software, e.g. `OpenSSH_9.2p1`; empty when it does not. */
  readonly software: string;
  readonly hostKey: { readonly type: string; readonly fingerprint: string };
  /** What the two sides agreed on, e.g. `curve25519-sha256, ssh-ed25519, aes128-gcm@openssh.com`. */
  readonly algorithms: string;
  /** Names of the protocol's extensions that it offers, sorted. */
  readonly extensions: readonly string[];
  /** It can be asked to have a file on its disk for good. */
  readonly canSync: boolean;
  /** It can rename over a file that is there, in one step. */
  readonly canReplace: boolean;
  /** It tells how much room its disk has. */
  readonly canTellSpace: boolean;
}

/** What the library keeps to itself, and is the only one to know. */
interface Unspoken {
  readonly _extensions?: Readonly<Record<string, string>>;
}

/** Puts the card together. */
export function serverInfo(
  client: SftpClient,
  sftp: SFTPWrapper,
  hostKey: ServerInfo["hostKey"],
  agreed: NegotiatedAlgorithms | null,
): ServerInfo {
  const { _extensions: extensions = {} }: Unspoken = sftp as object;
  const offers = (name: string, version: string) => extensions[name] === version;
  return {
    software: softwareOf(client),
    hostKey,
    algorithms: agreed === null ? "" : sayAlgorithms(agreed),
    extensions: Object.keys(extensions).toSorted(),
    canSync: offers("fsync@openssh.com", "1"),
    canReplace: offers("posix-rename@openssh.com", "1"),
    canTellSpace: offers("statvfs@openssh.com", "2"),
  };
}

function sayAlgorithms({ kex, serverHostKey, cs }: NegotiatedAlgorithms): string {
  return [kex, serverHostKey, cs.cipher, cs.mac].filter((name) => name !== "").join(", ");
}
