import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { isDatabaseAddress } from "../../../core/text/store-location.ts";
import { storeAt } from "../../../store/open.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/**
 * Writes the store's file anew without the room that nothing uses. Rejects with `RefusedError` while a daemon runs,
 * which could not record meanwhile.
 */
export async function compactStore({
  store,
  config,
}: Pick<OpenInstallation, "store" | "config">): Promise<{ before: number; after: number }> {
  const { leader } = storeAt(config.store);
  // A database is its server's to compact, which its store says, daemon or not.
  if (isDatabaseAddress(config.store)) return store.retention.compact();
  if ((await leader.holder()) !== null || (await leader.otherHost()) !== null)
    throw new RefusedError(
      "conflict",
      "The daemon runs, and could record nothing while the store is written anew; stop it first. What retention frees it gives back automatically, in short steps, in stores made by Busbar 0.2 or compacted since",
      { code: "DAEMON_RUNS" },
    );
  return store.retention.compact();
}
