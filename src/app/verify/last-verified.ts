import { join } from "node:path";
import { z } from "zod";
import type { BusbarConfig } from "../../config/config.ts";
import { replaceFileSync } from "../../disk/create-file.ts";
import { readSmallFile } from "../../disk/open-file.ts";
import { storeAt } from "../../store/open.ts";

const stored = z.strictObject({
  store: z.string(),
  at: z.number(),
  faults: z.number(),
  wholeAt: z.number().nullable(),
});

/** What the last verification of a store came to. */
export interface LastVerified {
  /** When it ended, in milliseconds since 1970. */
  readonly at: number;
  readonly faults: number;
  /** When one last found nothing wrong; null before that. */
  readonly wholeAt: number | null;
}

/** Remembers beside the store what a verification came to; where that cannot be written, the last one stays known. */
export function noteVerified(
  config: Pick<BusbarConfig, "store">,
  storeId: string,
  { at, faults }: Pick<LastVerified, "at" | "faults">,
): void {
  const path = pathOf(config);
  if (path === null) return;
  const wholeAt = faults === 0 ? at : (lastVerified(config, storeId)?.wholeAt ?? null);
  try {
    replaceFileSync(path, `${JSON.stringify({ store: storeId, at, faults, wholeAt })}\n`);
  } catch {
    // Who verifies may read the store and write nothing beside it.
  }
}

/** What the last verification of a store came to; null when there was none, or it is not known. */
export function lastVerified(
  config: Pick<BusbarConfig, "store">,
  storeId: string,
): LastVerified | null {
  const path = pathOf(config);
  if (path === null) return null;
  try {
    const text = readSmallFile(path, 4_096).toString("utf8");
    const { store, ...last } = stored.parse(JSON.parse(text));
    return store === storeId ? last : null;
  } catch {
    return null;
  }
}

/** A store on a server has no folder of its own here. */
function pathOf({ store }: Pick<BusbarConfig, "store">): string | null {
  const [folder] = storeAt(store).folders;
  return folder === undefined ? null : join(folder, "verified.json");
}
