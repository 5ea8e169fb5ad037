import type { RetentionPart, RetentionPlace } from "../port/retention-store.ts";

/** A part with its contents and their age. */
export interface AgedPart extends RetentionPart {
  readonly ids: readonly number[];
  /** When the first of its files came; null while none has it. */
  readonly oldest: number | null;
  /** When the last did, or was over. */
  readonly newest: number;
}

/** Large files follow the bundles. */
export function placeAfter({ of }: RetentionPlace, next: number | null): RetentionPlace | null {
  if (next !== null) return { of, after: next };
  return of === "bundle" ? { of: "blob", after: 0 } : null;
}

/** The part without its age. */
export function retentionPart({ of, id, contents, bytes, kept }: AgedPart): RetentionPart {
  return { of, id, contents, bytes, kept };
}
