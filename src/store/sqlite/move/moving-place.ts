import { existsSync } from "node:fs";
import type { Log } from "../../../runtime/log.ts";
import type { MovingPlace } from "../../move/move-sides.ts";
import { type MetaRow, markFrom, markKeys, type StoreMark } from "../../move/store-mark.ts";
import { schemaVersion } from "../database/migrate.ts";
import { openSqlite } from "../database/open-sqlite.ts";
import { asStoreError } from "../database/store-error.ts";
import { lead } from "../leader/lead.ts";
import { openMoveSource } from "./source.ts";
import { openMoveTarget } from "./target.ts";

/** What a move says while it waits for the lease of another machine is not logged. */
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** How a store in the file at `path` takes part in a move; meanwhile this program has it, and no daemon can. */
export function movingPlace(path: string): MovingPlace {
  return {
    shown: path,
    mark: async () => markAt(path),
    openSource: () => alone(path, () => openMoveSource(path)),
    openTarget: (from) => alone(path, () => openMoveTarget(path, from)),
    async complete() {
      const db = openSqlite(path, { timeout: 10_000 });
      try {
        db.pragma("synchronous = FULL");
        db.prepare("DELETE FROM meta WHERE key = ?").run(markKeys.incomplete);
      } catch (error) {
        throw asStoreError(error, path);
      } finally {
        db.close();
      }
    },
  };
}

/** What the store in a file says of itself; null when there is none. */
function markAt(path: string): StoreMark | null {
  if (!existsSync(path)) return null;
  try {
    const db = openSqlite(path, { readonly: true, fileMustExist: true });
    try {
      if (schemaVersion(db, path) === 0) return null;
      return markFrom(db.prepare<[], MetaRow>("SELECT key, value FROM meta").all());
    } finally {
      db.close();
    }
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** Opens a side while this program has the place of the store's daemon, and gives that back when it is closed. */
async function alone<Side extends { close(): Promise<void> }>(
  path: string,
  open: () => Promise<Side>,
): Promise<Side> {
  const stop = new AbortController();
  const leadership = await lead(path, { log: silent, signal: stop.signal });
  const living = leadership?.run(stop.signal).catch(() => {});
  const end = async () => {
    stop.abort();
    await living;
    await leadership?.release();
  };
  try {
    const side = await open();
    return {
      ...side,
      close: async () => {
        try {
          await side.close();
        } finally {
          await end();
        }
      },
    };
  } catch (error) {
    await end();
    throw asStoreError(error, path);
  }
}
