import { hash } from "node:crypto";
import { z } from "zod";
import type { ListQuery } from "../../app/queries/lists/list-query.ts";
import type { Page, PageRequest } from "../../app/queries/lists/page.ts";
import type { Role } from "../../core/access/access.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { pageInput } from "./parameters.ts";
import { type ReadRoute, read } from "./route.ts";

/** What one writes of a list. */
interface ListRouteParts<Shape extends z.ZodRawShape, Wanted, Item> {
  readonly tag: string;
  readonly summary: string;
  readonly filters: Shape;
  readonly item: z.ZodType<Item>;
  readonly query: ListQuery<Wanted, Item>;
  readonly role?: Role;
}

/** Makes the route of a list: a page at a time, each with where the next begins. */
export function listRoute<
  Wanted,
  Shape extends { readonly [Name in keyof Wanted]?: z.ZodType<Wanted[Name] | undefined> },
  Item,
>(
  path: string,
  { tag, summary, filters, item, query, role }: ListRouteParts<Shape & z.ZodRawShape, Wanted, Item>,
): ReadRoute {
  return read(path, {
    tag,
    summary,
    input: { ...filters, ...pageInput },
    answer: pageView(item),
    ...(role !== undefined && { role }),
    run: async (of, input) => {
      const { after, limit, ...wanted } = input as PageAsked & object;
      const mark = hash("sha256", JSON.stringify(Object.entries(wanted).sort()), "hex").slice(0, 8);
      const place = after === undefined ? undefined : placeIn(after, mark);
      // The filters are checked by their shape, which fits what the list takes.
      const asked = { ...wanted, after: place, limit } as Wanted & PageRequest;
      const page: Page<Item> = await query.page(of, asked);
      return { ...page, next: page.next === null ? null : `${mark}.${page.next}` };
    },
  });
}

interface PageAsked {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of items as it is answered. */
function pageView<Item>(item: z.ZodType<Item>) {
  return z.strictObject({
    items: z.array(item).readonly(),
    next: z.string().nullable(),
    notes: z.array(z.string()).readonly(),
  });
}

/** The place within the list; refused when it is of a list with other filters, where it would mean something else. */
function placeIn(after: string, mark: string): string {
  if (after.startsWith(`${mark}.`)) return after.slice(mark.length + 1);
  throw new RefusedError(
    "invalid",
    "That is no place in this list with these filters; give the `next` of the page before with the same filters, or nothing for the first page",
    { about: "after" },
  );
}
