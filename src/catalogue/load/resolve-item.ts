import type { FieldFormat, ItemDefinition } from "../definition.ts";
import { readFormat } from "../field-format.ts";
import { camelCase } from "../key.ts";
import { type ItemData, itemEntry, itemsFile } from "./file-schema.ts";
import { checkCatalogueData, readCatalogueFile } from "./read-file.ts";

/** A data item, ready for every field that names it. */
interface Item extends ItemDefinition {
  readonly key: string;
  readonly format: FieldFormat;
  readonly inferred: boolean;
  readonly personal: boolean;
}

/** Gives the item with a reference; undefined when there is none. */
export type ItemLookup = (reference: string) => Item | undefined;

/**
 * Opens `items.json`. Each item is checked and prepared when it is first asked for: a flow needs few
 * of the many, and checking them all takes longer than everything else that finding a flow does.
 */
export function openItems(file: string): ItemLookup {
  const items = readCatalogueFile(file, itemsFile);
  const prepared = new Map<string, Item>();
  return (reference) => {
    const known = prepared.get(reference);
    const data = items[reference];
    if (known !== undefined || data === undefined) return known;
    const item = prepare(checkCatalogueData(file, [reference], data, itemEntry));
    prepared.set(reference, item);
    return item;
  };
}

function prepare(data: ItemData): Item {
  return {
    name: data.name,
    key: camelCase(data.name),
    format: readFormat(data.format, data.signed === true),
    inferred: data.inferred === true,
    personal: data.personal === true,
    ...codesOf(data.codes),
  };
}

function codesOf(codes: ItemData["codes"]): Pick<ItemDefinition, "codes" | "labels"> {
  if (codes === undefined) return { codes: null, labels: {} };
  if (Array.isArray(codes)) return { codes, labels: {} };
  // Sorted, since an object has its keys `10` and up before `01`.
  return { codes: Object.keys(codes).toSorted(), labels: codes };
}
