import { statSync } from "node:fs";
import type { KeptWhere } from "../port/retention-store.ts";
import { blobOf } from "./kept-place.ts";
import { isPackThere } from "./pack-file.ts";

/** What the store knows of a content whose bytes are looked for. */
export interface KeptContent {
  readonly id: number;
  readonly hash: string;
  readonly bundle: number | null;
  readonly size: number;
  readonly retention: number | null;
  readonly pack: string | null;
  readonly packSize: number | null;
  /** The hash that they came with. */
  readonly came: string;
}

/** Where the bytes of a content are; null when they are missing. Those beside the store count while they are there. */
export function whereKept(
  blobFolder: string,
  { hash, bundle, size, retention, pack, packSize }: KeptContent,
): KeptWhere | null {
  if (retention !== null && pack === null) return "dropped";
  if (pack !== null)
    return isPackThere(blobFolder, { hash: pack, size: packSize ?? 0 }) ? "pack" : null;
  if (bundle !== null) return "store";
  const there = statSync(blobOf(blobFolder, hash), { throwIfNoEntry: false });
  return there?.size === size ? "store" : null;
}
