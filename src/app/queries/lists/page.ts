import { z } from "zod";
import { RefusedError } from "../../../core/refusal/refused-error.ts";

/** From which end a list is read: pages come in that order, the rows of a page always in that of their numbers. */
export type ListOrder = "newest" | "oldest";

/** Which page of a list is asked for. */
export interface PageRequest {
  /**
   * The `next` of the page before; absent for the first page. Of a list whose rows have numbers also such a number:
   * then the rows with higher ones, the oldest first.
   */
  readonly after?: string | undefined;
  /** At most this many. */
  readonly limit: number;
  /**
   * Where no index leads to what is wanted, it is looked for only so long, in milliseconds: the page then has what was
   * found, and `next` goes on from there. Without it, however long it takes.
   */
  readonly withinMs?: number;
}

/** A page of a list. */
export interface Page<Item> {
  /** In the order of their numbers. */
  readonly items: readonly Item[];
  /** Where the next page begins; null when this is the last one. */
  readonly next: string | null;
  /** What is to be known of it besides, e.g. of a name that nothing has. */
  readonly notes: readonly string[];
}

/** A place in a list: the list, the way it is read, and the last row that was given. */
export interface Cursor<Key> {
  readonly list: string;
  readonly order: ListOrder;
  readonly key: Key;
}

const orders = z.enum(["newest", "oldest"]);

/** A cursor as it is handed out: not to be read by others, and the same whatever is recorded meanwhile. */
export function cursorText<Key>({ list, order, key }: Cursor<Key>): string {
  return Buffer.from(JSON.stringify([list, order, key])).toString("base64url");
}

/** The cursor that a text is, or the number of a row; throws a refusal when it is none of this list. */
export function cursorFrom<Key>(text: string, list: string, key: z.ZodType<Key>): Cursor<Key> {
  const number = /^\d{1,15}$/.test(text) ? key.safeParse(Number(text)) : null;
  if (number?.success) return { list, order: "oldest", key: number.data };
  const read = z.tuple([z.literal(list), orders, key]).safeParse(parsed(text));
  if (read.success) return { list, order: read.data[1], key: read.data[2] };
  throw new RefusedError(
    "invalid",
    `"${text}" is no place in the list of ${list}; give the \`next\` of the page before, or nothing for the first page`,
    { about: "after" },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
}
