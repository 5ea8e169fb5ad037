import { highWaterOfInbox } from "../../channels/folder/owner-mark.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { folderQuestions } from "../../disk/folder-questions.ts";
import { sayNumbers } from "../../outbound/compose/compose-file.ts";
import { storeAt } from "../../store/open.ts";
import { higher, highWaterOf, lowWater, missingText } from "../../store/port/high-water.ts";
import type { Store } from "../../store/port/store.ts";
import { readStatus } from "./daemon-status.ts";
import { markFolders, readMark } from "./high-water-file.ts";

/**
 * What the store lacks of what it is known to have had, in words; null when nothing. How far it had come
 * stands beside it, in the status, and in the mark of each inbox, which a restored copy of the store's
 * folder does not take back. Both are written after the commits that they tell of are on the disk, so
 * that they may be behind the store and, whatever is killed, never ahead of it.
 */
export async function missingFromStore(store: Store, config: BusbarConfig): Promise<string | null> {
  const status = await readStatus(storeAt(config.store).heartbeat);
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
    sayNumbers(config.outbound, series, next),
  );
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
