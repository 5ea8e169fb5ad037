import { shownStore } from "../../../core/text/store-location.ts";
import type { MoveSource, MovingPlace } from "../../move/move-sides.ts";
import { markKeys } from "../../move/store-mark.ts";
import { markIn } from "../database/migrate.ts";
import { openPool } from "../database/server.ts";
import { asStoreError, storeError } from "../database/store-error.ts";
import { holder } from "../leader/daemons.ts";
import { openMoveSource } from "./source.ts";
import { openMoveTarget } from "./target.ts";

/** How the store in the database at an address takes part in a move. */
export function movingPlace(location: string): MovingPlace {
  return {
    shown: shownStore(location),
    mark: () => withSession(location, (client) => markIn(client)),
    async openSource(): Promise<MoveSource> {
      const source = await openMoveSource(location);
      try {
        // Asked while nobody can become one.
        await refuseDaemon(location);
        return source;
      } catch (error) {
        await source.close();
        throw error;
      }
    },
    async openTarget(from) {
      await refuseDaemon(location);
      return openMoveTarget(location, from);
    },
    complete: () =>
      withSession(location, async (client) => {
        await client.query(`
          BEGIN;
          SET LOCAL synchronous_commit = on;
          DELETE FROM meta WHERE key = '${markKeys.incomplete}';
          COMMIT`);
      }),
  };
}

async function refuseDaemon(location: string): Promise<void> {
  if ((await holder(location)) !== null) throw storeError("locked", location);
}

async function withSession<T>(
  location: string,
  work: (client: Parameters<typeof markIn>[0]) => Promise<T>,
): Promise<T> {
  const pool = openPool(location, 1);
  try {
    const client = await pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  } catch (error) {
    throw asStoreError(error, location);
  } finally {
    await pool.end();
  }
}
