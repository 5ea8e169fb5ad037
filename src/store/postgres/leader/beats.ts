import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { Leadership, LeaseTimes } from "../../port/leader-store.ts";
import { StoreError } from "../../port/store-error.ts";
import { asStoreError, storeError } from "../database/store-error.ts";

/** One that was silent for too long, and is there still, starts to be heard anew. */
const updateBeat = `
  UPDATE daemons SET
    unbroken_since = CASE WHEN until > clock_timestamp() THEN unbroken_since ELSE clock_timestamp() END,
    until = clock_timestamp() + silence
  WHERE number = $1`;

/** What a daemon's heartbeats need. */
export interface BeatsOptions {
  readonly pool: pg.Pool;
  readonly location: string;
  /** The daemon's own, in the store. */
  readonly number: number;
  readonly times: LeaseTimes;
  /** Milliseconds of a clock that nobody sets. */
  readonly steady: () => number;
}

/**
 * Says again and again in the store that a daemon lives. How long a silence lasts is measured by the server's clock alone.
 * A daemon that was away for too long finds its row gone, and writes nothing more.
 */
export class Beats implements Leadership {
  readonly number: number;
  readonly #options: BeatsOptions;
  #renewedAt: number;
  #isLost = false;
  /** Why the last heartbeat could not be written. */
  #trouble: unknown = null;

  constructor(options: BeatsOptions) {
    this.#options = options;
    this.number = options.number;
    this.#renewedAt = options.steady();
  }

  /** Throws when this daemon was replaced, or has not been able to say for long that it lives. */
  check(): void {
    const { location, steady, times } = this.#options;
    if (this.#isLost) throw storeError("lost", location);
    if (steady() - this.#renewedAt < times.staleMs / 2) return;
    throw storeError("failed", location, this.#trouble ?? new Error("no heartbeat was written"));
  }

  /** Beats until the signal is aborted; rejects when this daemon was replaced. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(this.#options.times.beatMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      try {
        await this.#beat();
        this.#trouble = null;
      } catch (error) {
        if (error instanceof StoreError && error.code === "lost") throw error;
        this.#trouble = error;
      }
    }
  }

  /** Takes the daemon's row away. Where that cannot be done, others wait until it is old. */
  async release(): Promise<void> {
    const { pool, number } = this.#options;
    await pool.query("DELETE FROM daemons WHERE number = $1", [number]).catch(() => {});
  }

  async #beat(): Promise<void> {
    const { pool, location, number, steady } = this.#options;
    const began = steady();
    const { rowCount } = await pool.query(updateBeat, [number]).catch((error: unknown) => {
      throw asStoreError(error, location);
    });
    this.#isLost = rowCount === 0;
    if (this.#isLost) throw storeError("lost", location);
    this.#renewedAt = began;
  }
}
