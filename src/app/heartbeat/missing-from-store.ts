import type { BusbarConfig } from "../../config/config.ts";
import { folderQuestions } from "../../disk/folder-questions.ts";
import { highWaterOfInbox } from "../../intake/folder/owner-mark.ts";
import { sayNumbers } from "../../outbound/compose/compose-file.ts";
import { storeAt } from "../../store/open.ts";
import {
  type HighWater,
  higher,
  highWaterOf,
  lowWater,
  missingText,
  spentNumbers,
} from "../../store/port/high-water.ts";
import type { Store } from "../../store/port/store.ts";
import { readStatus } from "./daemon-status.ts";
import { markFolders, readMark } from "./high-water-file.ts";

/**
 * What the store lacks of what it is known to have had, in words; null when nothing. How far it had come
 * is beside it, in the status, and in the mark of each inbox, which a restored copy of the store's
 * folder does not take back. Both are written after the commits that they tell of are on the disk, so
 * that they may be behind the store and, whatever is killed, never ahead of it.
 */
export async function missingFromStore(store: Store, config: BusbarConfig): Promise<string | null> {
  const known = await lastKnown(store, config);
  // Read after the marks: a daemon that runs meanwhile only goes on.
  return missingText(known, await store.health.highWater(), (series, next) =>
    sayNumbers(config.outbound, series, next),
  );
}

/**
 * Has each series of numbers go on after the last one that it is known to have given, where the store has forgotten
 * that: no number goes out twice, whatever is released. Numbers only go on, so that it can be done any number of times.
 */
export async function moveSpentNumbers(
  store: Pick<Store, "id" | "health" | "numbers">,
  config: BusbarConfig,
): Promise<void> {
  const known = await lastKnown(store, config);
  for (const [series, last] of spentNumbers(known, await store.health.highWater()))
    await store.numbers.move({
      series,
      next: last + 1,
      actor: ownActor,
      reason: "the store is older than it last was: these numbers were given before",
    });
}

/** How far the store had come by all the marks that can be read. */
async function lastKnown({ id }: Pick<Store, "id">, config: BusbarConfig): Promise<HighWater> {
  const status = await readStatus(storeAt(config.store).heartbeat);
  const beside = status?.store === id ? highWaterOf(status.water) : null;
  const folders = await thatAnswer(markFolders(config), (folder) => folder);
  const answering = await thatAnswer(config.channels, ({ path }) => path);
  return answering
    .map(({ path }) => highWaterOfInbox(path, id))
    .concat(folders.map((folder) => readMark(folder, id)))
    .concat(beside)
    .filter((mark) => mark !== null)
    .reduce(higher, lowWater);
}

/** The places whose folder answers: a mount that hangs would hold up the whole program; its mark is only behind. */
export async function thatAnswer<T>(
  places: readonly T[],
  folderOf: (place: T) => string,
): Promise<readonly T[]> {
  const answers = await Promise.all(
    places.map((place) => folderQuestions.answers(folderOf(place))),
  );
  return places.filter((_, index) => answers[index]);
}

/** Who places holds that no person placed. */
export const ownActor = "busbar";

/**
 * What was missing when the holds were placed that are still on: the marks have followed the store down since.
 * Null when there are none.
 */
export async function missingWhenPutOnHold(store: Pick<Store, "holds">): Promise<string | null> {
  const own = (await store.holds.list()).find(({ actor }) => actor === ownActor);
  return own?.reason ?? null;
}
