import { isDatabaseAddress } from "../core/text/store-location.ts";
import { type MoveSteps, moveBetween } from "./move/move-between.ts";
import type { MovedTotals } from "./move/move-rows.ts";
import type { MovingPlace } from "./move/move-sides.ts";
import type { Store } from "./port/store.ts";
import type { StoreOptions, StorePlace } from "./port/store-place.ts";
import { postgresPlace } from "./postgres/place.ts";
import { openSqliteStore } from "./sqlite/open.ts";
import { sqlitePlace } from "./sqlite/place.ts";

/** Where the store is that a configuration names by `store:`; what can be asked of it without opening it. */
export function storeAt(location: string): StorePlace {
  return isDatabaseAddress(location) ? postgresPlace(location) : sqlitePlace(location);
}

/**
 * Moves the store at one place to another, of whichever kind, and proves it there. Gives null when nothing was left
 * of a move but its last step. Rejects with a `RefusedError` or a `StoreError`.
 */
export async function moveStore(
  from: string,
  to: string,
  steps: MoveSteps,
): Promise<MovedTotals | null> {
  return moveBetween(await movingPlaceOf(from), await movingPlaceOf(to), steps);
}

async function movingPlaceOf(location: string): Promise<MovingPlace> {
  const { movingPlace } = isDatabaseAddress(location)
    ? await import("./postgres/move/moving-place.ts")
    : await import("./sqlite/move/moving-place.ts");
  return movingPlace(location);
}

/**
 * Opens the store that a configuration names by `store:`, and makes it when it is not there. Rejects with a
 * `StoreError` when that cannot be done: it cannot be written, is damaged, another program's or a newer
 * Busbar's.
 */
export async function openStore(location: string, options: StoreOptions): Promise<Store> {
  if (!isDatabaseAddress(location)) return openSqliteStore(location, options);
  // Most stores are files: their programs start without the driver.
  const { openPostgresStore } = await import("./postgres/open.ts");
  return openPostgresStore(location, options);
}
