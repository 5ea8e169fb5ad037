import { markFolders, writeMark } from "../app/heartbeat/high-water-file.ts";
import {
  missingFromStore,
  moveSpentNumbers,
  ownActor,
  thatAnswer,
} from "../app/heartbeat/missing-from-store.ts";
import type { BusbarConfig } from "../config/config.ts";
import { holdableStages } from "../core/hold/hold.ts";
import { shownStore } from "../core/text/store-location.ts";
import { noteHighWater } from "../intake/folder/owner-mark.ts";
import type { Log } from "../runtime/log.ts";
import { type HighWater, highWaterJson } from "../store/port/high-water.ts";
import type { Store } from "../store/port/store.ts";

/** Marks in inboxes are brought up to date so often at most, in milliseconds: each one is a file renamed. */
const inboxEveryMs = 5_000;

/**
 * Holds all that could be done twice by a store that has forgotten it, until a person releases it, and moves
 * on the numbers that it would give again. All that is in the store before the marks follow it down, so that a
 * crash between loses none.
 */
export async function holdWhenOlder(store: Store, config: BusbarConfig, log: Log): Promise<void> {
  const missing = await missingFromStore(store, config);
  if (missing === null) return;
  log.error({ event: "store-older", reason: missing }, missing);
  for (const stage of holdableStages)
    await store.holds.place({
      scope: { stage, channel: null, type: null, name: null },
      actor: ownActor,
      reason: missing,
    });
  await moveSpentNumbers(store, config);
}

/** Keeps the marks up to date. */
export class HighWaterMarks {
  readonly #store: Store;
  readonly #config: BusbarConfig;
  #noted = "";
  #notedAt = Number.NEGATIVE_INFINITY;
  #last: HighWater | null = null;

  constructor(store: Store, config: BusbarConfig) {
    this.#store = store;
    this.#config = config;
  }

  /** How far the store had come when it was last noted; null before the first time. */
  get last(): HighWater | null {
    return this.#last;
  }

  /** Notes how far the store has come, and gives it; what was last known while the store cannot be read. */
  async note(isLast: boolean): Promise<HighWater | null> {
    try {
      this.#last = await this.#store.health.highWater();
    } catch {
      return this.#last;
    }
    const text = JSON.stringify(highWaterJson(this.#last));
    const isDue = isLast || performance.now() - this.#notedAt >= inboxEveryMs;
    if (text !== this.#noted && isDue) {
      this.#noted = text;
      this.#notedAt = performance.now();
      const owner = { storeId: this.#store.id, storePath: shownStore(this.#config.store) };
      for (const folder of await thatAnswer(markFolders(this.#config), (one) => one))
        writeMark(folder, this.#store.id, this.#last);
      for (const { path, work } of await thatAnswer(this.#config.channels, (one) => one.path))
        noteHighWater(path, work, owner, this.#last);
    }
    return this.#last;
  }
}
