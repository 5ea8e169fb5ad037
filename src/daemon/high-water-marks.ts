import { highWaterOfInbox, noteHighWater } from "../channels/folder/owner-mark.ts";
import type { BusbarConfig } from "../config/config.ts";
import { holdableStages } from "../core/hold/hold.ts";
import { folderQuestions } from "../disk/folder-questions.ts";
import { numberCommand } from "../outbound/compose/compose-file.ts";
import type { Log } from "../runtime/log.ts";
import { storeAt } from "../store/open.ts";
import type { HighWater } from "../store/port/high-water.ts";
import {
  higher,
  highWaterJson,
  highWaterOf,
  lowWater,
  missingText,
} from "../store/port/high-water.ts";
import type { Store } from "../store/port/store.ts";
import { readStatus } from "./daemon-status.ts";
import { markFolders, readMark, writeMark } from "./high-water-file.ts";

/** Marks in inboxes are brought up to date so often at most, in milliseconds: each one is a file renamed. */
const inboxEveryMs = 5_000;

/**
 * What the store lacks of what it is known to have held, in words; null when nothing. How far it had come
 * stands beside it, in the status, and in the mark of each inbox, which a restored copy of the store's
 * folder does not take back. Both are written after the commits that they tell of are on the disk, so
 * that they may be behind the store and, whatever is killed, never ahead of it.
 */
export async function missingFromStore(store: Store, config: BusbarConfig): Promise<string | null> {
  const status = readStatus(storeAt(config.store).heartbeat);
  const beside = status?.store === store.id ? highWaterOf(status.water) : null;
  const folders = await thatAnswer(markFolders(config), (folder) => folder);
  const answering = await thatAnswer(config.channels, ({ path }) => path);
  const known = answering
    .map(({ path }) => highWaterOfInbox(path, store.id))
    .concat(folders.map((folder) => readMark(folder, store.id)))
    .concat(beside)
    .filter((mark) => mark !== null)
    .reduce(higher, lowWater);
  // Read after the marks: a daemon that runs meanwhile only goes on.
  return missingText(known, await store.health.highWater(), (series, next) =>
    numberCommand(config.outbound, series, next),
  );
}

/** The places whose folder answers: a mount that hangs would hold up the whole program; its mark is only behind. */
async function thatAnswer<T>(
  places: readonly T[],
  folderOf: (place: T) => string,
): Promise<readonly T[]> {
  const answers = await Promise.all(
    places.map((place) => folderQuestions.answers(folderOf(place))),
  );
  return places.filter((_, index) => answers[index]);
}

/**
 * Holds all that could be done twice by a store that has forgotten it, until a person releases it. The
 * holds are in the store before the marks follow it down, so that a crash between loses none.
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
}

/** Who places holds that no person placed. */
const ownActor = "busbar";

/**
 * What was missing when the holds were placed that are still on: the marks have followed the store down since.
 * Null when there are none.
 */
export async function missingWhenHeld(store: Pick<Store, "holds">): Promise<string | null> {
  const own = (await store.holds.list()).find(({ actor }) => actor === ownActor);
  return own?.reason ?? null;
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
      const owner = { storeId: this.#store.id, storePath: this.#config.store };
      for (const folder of await thatAnswer(markFolders(this.#config), (one) => one))
        writeMark(folder, this.#store.id, this.#last);
      for (const { path, work } of await thatAnswer(this.#config.channels, (one) => one.path))
        noteHighWater(path, work, owner, this.#last);
    }
    return this.#last;
  }
}
