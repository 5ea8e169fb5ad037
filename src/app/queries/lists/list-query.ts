import { z } from "zod";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { cursorFrom, cursorText, type ListOrder, type Page, type PageRequest } from "./page.ts";

/** A part of a list by the keys at its ends, which are not in it. */
export interface Part<Key> {
  readonly after?: Key;
  readonly before?: Key;
  readonly limit?: number;
}

/** A list that is read page by page, or whole. */
export interface ListQuery<Input, Item> {
  /** One page. Rejects with a refusal where something is asked for that there cannot be. */
  page(of: OpenInstallation, input: Input & PageRequest): Promise<Page<Item>>;
  /** Every item, the oldest first. */
  every(of: OpenInstallation, input: Input): AsyncIterable<Item>;
  /** What is to be said where nothing was found; rejects with a refusal where a name is a slip of the pen. */
  onNothing(of: OpenInstallation, input: Input): Promise<readonly string[]>;
  /** From which end it is read. */
  order(input: Input): ListOrder;
}

/** A page of rows that is looked for. */
export interface SoughtPage<Key> {
  readonly way: ListOrder;
  /** The key behind which it begins; undefined at the end that the list is read from. */
  readonly begin: Key | undefined;
  readonly limit: number;
  readonly withinMs: number;
}

/** Rows that were found, and how far was looked. */
export interface Looked<Row, Key> {
  readonly rows: readonly Row[];
  /** The last key that was looked at where time ran out before enough was found; null otherwise. */
  readonly upTo: Key | null;
}

/** What a list is made of. */
export interface ListParts<Input, Row, Key, Item> {
  /** What is listed, e.g. `files`; a cursor is good for its own list alone. */
  readonly name: string;
  readonly key: z.ZodType<Key>;
  /** What is before the first row, where the list is not read from there without being asked. */
  readonly start?: Key;
  order(input: Input): ListOrder;
  rows(of: OpenInstallation, input: Input, part: Part<Key>): Promise<AsyncIterable<Row>>;
  keyOf(row: Row): Key;
  /**
   * Of a list where no index may lead to what is wanted: looks for a page of rows for a while. Null where an index
   * leads there.
   */
  looked?(
    of: OpenInstallation,
    input: Input,
    page: SoughtPage<Key>,
  ): Promise<Looked<Row, Key> | null>;
  /** The items of some rows, so that what belongs to them is read for all at once. */
  items(of: OpenInstallation, rows: readonly Row[]): Promise<readonly Item[]>;
  onNothing(of: OpenInstallation, input: Input): Promise<readonly string[]>;
}

/** The key of a list whose rows have numbers. */
export const numberKey: z.ZodType<number> = z.int().nonnegative();

/** Rows whose items are made at once when the whole list is read. */
const rowsAtOnce = 100;

/** A list whose pages are found by keys: what is recorded meanwhile neither repeats a row nor leaves one out. */
export function listQuery<Input, Row, Key, Item>(
  parts: ListParts<Input, Row, Key, Item>,
): ListQuery<Input, Item> {
  const { name, key, start, order, keyOf, items, onNothing } = parts;
  return {
    order,
    onNothing,
    async page(of, input) {
      const { after, limit } = input;
      const from = after === undefined ? null : cursorFrom(after, name, key);
      const way = from?.order ?? order(input);
      // One more than asked for tells whether there is a next page.
      const begin = from?.key ?? (way === "oldest" ? start : undefined);
      const { withinMs = Number.POSITIVE_INFINITY } = input;
      const sought = { way, begin, limit: limit + 1, withinMs };
      const { rows: found, upTo } = await rowsOfPage(parts, of, input, sought);
      const isMore = found.length > limit;
      const shown = isMore ? (way === "newest" ? found.slice(1) : found.slice(0, limit)) : found;
      const last = way === "newest" ? shown[0] : shown.at(-1);
      const goOn = isMore && last !== undefined ? keyOf(last) : upTo;
      const next = goOn === null ? null : cursorText({ list: name, order: way, key: goOn });
      const isNothing = found.length === 0 && from === null && upTo === null;
      return {
        items: await items(of, shown),
        next,
        notes: isNothing ? await onNothing(of, input) : upTo === null ? [] : [partly(name, way)],
      };
    },
    async *every(of, input) {
      let some: Row[] = [];
      for await (const row of await parts.rows(of, input, {})) {
        if (some.push(row) < rowsAtOnce) continue;
        yield* await items(of, some);
        some = [];
      }
      yield* await items(of, some);
    },
  };
}

function partOf<Key>(way: ListOrder, key: Key | undefined, limit: number): Part<Key> {
  if (key === undefined) return { limit };
  return way === "newest" ? { before: key, limit } : { after: key, limit };
}

async function rowsOfPage<Input, Row, Key, Item>(
  { rows, looked }: ListParts<Input, Row, Key, Item>,
  of: OpenInstallation,
  input: Input,
  page: SoughtPage<Key>,
): Promise<Looked<Row, Key>> {
  const found = Number.isFinite(page.withinMs) ? await looked?.(of, input, page) : null;
  if (found !== null && found !== undefined) return found;
  const part = partOf(page.way, page.begin, page.limit);
  return { rows: await Array.fromAsync(await rows(of, input, part)), upTo: null };
}

function partly(name: string, way: ListOrder): string {
  const [looked, others] = way === "newest" ? ["newest", "older"] : ["oldest", "newer"];
  return `So far only the ${looked} ${name} were looked through, so that the page comes soon; the next page looks through ${others} ones`;
}
