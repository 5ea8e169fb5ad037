import { type DaemonStatus, writeStatus } from "../app/heartbeat/daemon-status.ts";
import { machineClock } from "../runtime/clock.ts";
import { errorMessage } from "../runtime/error-message.ts";
import type { Log } from "../runtime/log.ts";
import { Loop } from "../runtime/loop.ts";
import type { HeartbeatStore } from "../store/port/heartbeat-store.ts";
import type { HighWater } from "../store/port/high-water.ts";
import { highWaterJson } from "../store/port/high-water.ts";
import { isStoreAway } from "../store/port/store-error.ts";

/** At most one status in this time, in milliseconds. */
const everyMs = 1_000;
/** One in this time even when nothing changed, so that readers see that the daemon lives. */
const heartbeatMs = 5_000;

/** What the daemon is asked each time. */
type Looked = Omit<DaemonStatus, "pid" | "writtenAt" | "running" | "water">;

/** Keeps the heartbeat up to date while the daemon runs. */
export class StatusWriter {
  readonly #heartbeat: HeartbeatStore;
  readonly #look: () => Looked;
  readonly #water: (isLast: boolean) => Promise<HighWater | null>;
  readonly #log: Log;
  #last = "";
  #lastAt = 0;
  #failed = false;

  constructor(
    heartbeat: HeartbeatStore,
    look: () => Looked,
    water: (isLast: boolean) => Promise<HighWater | null>,
    log: Log,
  ) {
    this.#water = water;
    this.#heartbeat = heartbeat;
    this.#look = look;
    this.#log = log;
  }

  /** Writes now and then until the signal is aborted. Rejects when the store is another daemon's by now. */
  async run(signal: AbortSignal): Promise<void> {
    const writing = new Loop(
      {
        name: "writing the status",
        everyMs,
        // A store that cannot be used just now, and a status that cannot be written, are waited out; what else fails ends the daemon.
        endsOn: (error) => !isStoreAway(error),
        round: async () => {
          await this.write(true);
          return null;
        },
      },
      { clock: machineClock, log: this.#log },
    );
    await writing.run(signal);
  }

  /**
   * A disk that cannot take the status is no reason to stop: it is said once in the log. One call at a time.
   */
  async write(running: boolean): Promise<void> {
    const writtenAt = Date.now();
    const come = await this.#water(!running);
    const water = come === null ? null : highWaterJson(come);
    const looked = this.#look();
    const { channels, outbound, replaced, reload, http } = looked;
    const quiet = channels.map((channel) => ({ ...channel, lastListingAt: null }));
    const news = JSON.stringify({ channels: quiet, outbound, replaced, water, reload, http });
    if (running && news === this.#last && writtenAt - this.#lastAt < heartbeatMs) return;
    this.#last = news;
    this.#lastAt = writtenAt;
    const { pid } = process;
    try {
      await writeStatus(this.#heartbeat, {
        ...looked,
        pid,
        writtenAt,
        running,
        water,
      });
      this.#failed = false;
    } catch (error) {
      const reason = errorMessage(error);
      const message = `the status cannot be written: ${reason}`;
      if (!this.#failed) this.#log.warn({ event: "status-unwritable", reason }, message);
      this.#failed = true;
    }
  }
}
