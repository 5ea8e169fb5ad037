/** What a store says of itself that was moved elsewhere, or that another one is being moved into. */
export type StoreMark =
  | { readonly is: "moved"; readonly to: string }
  | { readonly is: "incomplete"; readonly from: string; readonly isProved: boolean };

/** Rows of `meta` that a move writes, by what they say. */
export const markKeys = { moved: "moved", incomplete: "incomplete" } as const;

/** Rows of `meta` that belong to the place of a store, and stay when it is moved. */
export const keysOfPlace: ReadonlySet<string> = new Set([
  "schema",
  "overwrites",
  "written-anew",
  markKeys.moved,
  markKeys.incomplete,
]);

/** A row of `meta`. */
export interface MetaRow {
  readonly key: string;
  readonly value: string;
}

/** The mark that rows of `meta` make; null when there is none. */
export function markFrom(rows: readonly MetaRow[]): StoreMark | null {
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const moved = values.get(markKeys.moved);
  if (moved !== undefined) return { is: "moved", to: moved };
  const incomplete = values.get(markKeys.incomplete);
  if (incomplete === undefined) return null;
  const { from, isProved } = JSON.parse(incomplete) as { from: string; isProved: boolean };
  return { is: "incomplete", from, isProved };
}

/** What the refusal of a store with a mark names: where it was moved to, or from where a move was not finished. */
export function markedAbout(mark: StoreMark): Error {
  return new Error(mark.is === "moved" ? mark.to : mark.from);
}

/** What the database itself says to whoever would write into a store that was moved. */
export const sealedWords = "this store was moved to ";
