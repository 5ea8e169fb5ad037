import { openStore } from "../../store/open.ts";
import type { Store } from "../../store/port/store.ts";

/** Opens a copy of a store, which no configuration names: to look at it, or to make it ready. */
export function openCopy(
  path: string,
  { blobs, readOnly }: { readonly blobs: string; readonly readOnly: boolean },
): Promise<Store> {
  return openStore(path, { blobFolder: blobs, readOnly });
}
