import { errorCode, errorMessage } from "../runtime/error-message.ts";

/**
 * Why a channel cannot be used; every message says what to do next.
 * `missing`: its folder is not there. `other-mount`: the work folder is on another mount than the inbox.
 * `other-store`: the inbox belongs to another store. `clash`: two channels would share a folder.
 * `silent`: its mount does not answer. `unusable`: anything else that the disk refuses. `dropped`: the connection ended in the middle of something.
 */
export type ChannelErrorCode =
  | "missing"
  | "other-mount"
  | "other-store"
  | "clash"
  | "unusable"
  | "silent"
  | "dropped";

/** A channel that cannot be used, for a reason a person can fix. */
export class ChannelError extends Error {
  readonly code: ChannelErrorCode;
  constructor(code: ChannelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ChannelError";
    this.code = code;
  }
}

/** Whether the other side ended a connection without a word. */
export function isHungUp(error: unknown): boolean {
  const code = errorCode(error);
  if (code === "ECONNRESET" || code === "EPIPE" || code === "ECONNABORTED") return true;
  return /ECONNRESET|EPIPE|the server closed the connection|Connection lost before handshake|Connection closed unexpectedly|Unexpected socket close/.test(
    errorMessage(error),
  );
}

/** What the system means by EAFNOSUPPORT: no address of that kind may be used here. */
export const noNetwork =
  "this program may not use the network. In the systemd unit, RestrictAddressFamilies must name AF_UNIX AF_INET AF_INET6 (the unit that Busbar writes does)";
