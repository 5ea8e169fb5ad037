import type { ChannelStatus } from "../intake/channel/channel-status.ts";

/** What the daemon asks of the intake of any channel. */
export interface Intake {
  /** Makes the channel ready. What keeps it from that is its own trouble, reported by its status and tried again. */
  open(): Promise<void>;
  /** Runs until it is stopped and what is in flight is finished. */
  run(): Promise<void>;
  /** Lets go of the channel; `run` does so automatically. */
  close(): Promise<void>;
  /** How it is; null where another daemon has the channel. */
  status(): ChannelStatus | null;
}
