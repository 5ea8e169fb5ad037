import type { ChannelStatus } from "../intake/channel-status.ts";

/** What the daemon asks of the intake of any channel. */
export interface Intake {
  /** Makes the channel ready; throws `ChannelError` when it cannot be used as it is configured. */
  open(): Promise<void>;
  /** Runs until told to stop and what is in hand is finished. */
  run(): Promise<void>;
  /** Lets go of the channel; `run` does so by itself. */
  close(): Promise<void>;
  /** Looks now, whatever the schedule says. */
  lookNow(): void;
  status(): ChannelStatus;
}
