import type { ItemLookup } from "../../catalogue/load/resolve-item.ts";
import type { Path, Report } from "./mistake.ts";

/** What a field or a column may say of its values. */
interface Formatted {
  readonly item?: string | undefined;
  readonly format?: string | undefined;
  readonly signed?: true | undefined;
}

/** Reports an item that there is none of, and what beside a format or an item would count for nothing. */
export function checkFormatted(
  { item, format, signed }: Formatted,
  path: Path,
  items: ItemLookup,
  report: Report,
): void {
  if (item !== undefined && items(item) === undefined)
    report(
      [...path, "item"],
      `the catalogue has no data item ${item}; the page of a flow such as D0010 shows how items are named, or give a name and a format in its place`,
    );
  if (item !== undefined && format !== undefined)
    report(
      [...path, "format"],
      `is beside an item, and ${item} brings its own; leave out one of them`,
    );
  if (signed === true && !/^(?:NUM|INT)/.test(format ?? ""))
    report([...path, "signed"], "is only for a format NUM or INT");
}
