/**
 * How a channel that leads out is. `working`: what is there to send is sent. `waiting`: it cannot be
 * used just now and is retried automatically. `on-hold`: a person holds it. `stopped`: the daemon does not
 * run it any more.
 */
export type OutboundChannelState = "working" | "waiting" | "on-hold" | "stopped";

/** A channel that leads out, as `busbar status` shows it. */
export interface OutboundChannelStatus {
  readonly name: string;
  readonly kind: string;
  /** Where it leads, for people. */
  readonly target: string;
  readonly state: OutboundChannelState;
  /** A sentence about what keeps it, or one file of it, from working; null when nothing does. */
  readonly problem: string | null;
  /** When it or that file is tried again, in milliseconds since 1970; null when nothing waits for that. */
  readonly retryAt: number | null;
  /**
   * When the last use or look began that the state tells of, in milliseconds since 1970: who asked for one
   * afterwards still waits. Null when there was none since the daemon started.
   */
  readonly triedAt: number | null;
  /** When the daemon began with the channel, in milliseconds since 1970; an earlier Busbar did not say. */
  readonly countedSince?: number;
  /** Files and e-mails delivered since then, and when the last one was; null before the first. */
  readonly delivered: number;
  readonly deliveredAt: number | null;
  /** Which daemon has it, of a store that may have several. */
  readonly daemon?: string;
}
