import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { storeAt } from "../../../store/open.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/**
 * Writes the store's file, or the tables of its database, anew without the room that nothing uses. Rejects with `RefusedError` while a daemon runs,
 * which could not record meanwhile.
 */
export async function compactStore({
  store,
  config,
}: Pick<OpenInstallation, "store" | "config">): Promise<{ before: number; after: number }> {
  const { leader } = storeAt(config.store);
  if ((await leader.holder()) !== null || (await leader.otherHost()) !== null)
    throw new RefusedError(
      "conflict",
      "The daemon runs, and could record nothing while the store is written anew; stop it first. Room that is freed is used again, or given back in short steps, without this",
      { code: "DAEMON_RUNS" },
    );
  return store.retention.compact();
}
