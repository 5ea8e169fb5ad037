import type { ChannelError } from "../../channels/channel-error.ts";
import type { ServerInfo } from "../../channels/sftp/server-info.ts";
import type { Hold } from "../../core/hold/hold.ts";

/** How many entries a status lists of each kind; the counts are complete. */
export const listedInStatus = 100;

/** An entry of an inbox that is not taken now, and why. */
export interface StatusEntry {
  readonly name: string;
  /** In milliseconds since 1970: when it was first seen like this; null when it was not noted. */
  readonly since: number | null;
  readonly reason: string;
}

/** Entries with their number; `entries` has at most `listedInStatus`. */
export interface StatusList {
  readonly count: number;
  readonly entries: readonly StatusEntry[];
}

/**
 * How a channel is. `watching`: all is well. `vanished`: its inbox is not there. `waiting`: the store or
 * the disk cannot be used or is nearly full, or too much waits behind intake; it continues automatically.
 * `refused`: what is there belongs to somebody else. `failing`: its folders cannot be used; they are tried
 * again and again. `on-hold`: a person holds it. `unreachable`: the
 * partner's server cannot be used; it is tried again. `stopped`: the daemon does not run it any more.
 */
export type ChannelState =
  | "watching"
  | "vanished"
  | "waiting"
  | "refused"
  | "failing"
  | "on-hold"
  | "unreachable"
  | "stopped";

/** A partner's server as its channel sees it. */
export interface ServerStatus {
  /** What the server showed of itself when we last got in; null before. */
  readonly card: ServerInfo | null;
  readonly isConnected: boolean;
  /** Times in a row that it could not be used. */
  readonly failures: number;
  /** When it is tried again, in milliseconds since 1970; null when it can be used. */
  readonly retryAt: number | null;
  /** Entries of its folder at the last look. */
  readonly entries: number;
  /** How many of them are recorded and stay there. */
  readonly kept: number;
}

/** A channel as `busbar status` shows it. */
export interface ChannelStatus {
  readonly name: string;
  readonly path: string;
  readonly state: ChannelState;
  /** A sentence about what keeps it from working; null when nothing does. */
  readonly problem: string | null;
  /** When the last listing of its inbox without an error began, in milliseconds since 1970; null before the first. */
  readonly lastListingAt: number | null;
  /** Files recorded since the moment of `countedSince`. */
  readonly recorded: number;
  /** When the daemon began with the channel, in milliseconds since 1970; an earlier Busbar did not say. */
  readonly countedSince?: number;
  /** Files that are not steady yet, or that are and stay, since the channel is on hold or waiting. */
  readonly waiting: StatusList;
  /** Entries that are never taken: folders, links, names that say "still being written". */
  readonly ignored: StatusList;
  /** Files that cannot be taken or finished for now; each is tried again. */
  readonly troubled: StatusList;
  /** Of a channel to a partner. */
  readonly server?: ServerStatus;
  /** Which daemon has it, of a store that may have several. */
  readonly daemon?: string;
}

/** How a channel that runs is: by what is wrong with its inbox, why it waits, and who holds it, if anything. */
export function stateOf(
  inboxProblem: ChannelError | null,
  waitsFor: string | null,
  hold: Hold | null,
): ChannelState {
  if (inboxProblem?.code === "missing") return "vanished";
  if (inboxProblem !== null) return inboxProblem.code === "other-store" ? "refused" : "failing";
  if (waitsFor !== null) return "waiting";
  return hold === null ? "watching" : "on-hold";
}

type Listed = Omit<StatusEntry, "since"> & { readonly since?: number | null };

/** The first entries, and how many there are. */
export function statusList(entries: readonly Listed[]): StatusList {
  return {
    count: entries.length,
    entries: entries
      .slice(0, listedInStatus)
      .map(({ name, since = null, reason }) => ({ name, since, reason })),
  };
}
