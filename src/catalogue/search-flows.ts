import type { Catalogue, GroupDefinition, ListedFlow } from "./definition.ts";

/** A flow version that a search found. */
export interface FoundFlow extends ListedFlow {
  readonly withdrawn: boolean;
  /** The item or column that has the words, e.g. `J0003 MPAN Core`; null when the flow's reference or name has them. */
  readonly foundIn: string | null;
}

/**
 * The flow versions in which all words stand together, whatever their case: in a reference and name, or
 * in the number and name of an item. No words find every flow. Loads the whole catalogue.
 */
export function searchFlows(catalogue: Catalogue, words: string): readonly FoundFlow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const hasAll = (text: string) => {
    const lower = text.toLowerCase();
    return wanted.every((word) => lower.includes(word));
  };
  return catalogue.list().flatMap((listed): FoundFlow[] => {
    const { withdrawn, names } = contentsOf(catalogue, listed);
    if (hasAll(`${listed.flow}${listed.version} ${listed.name}`))
      return [{ ...listed, withdrawn, foundIn: null }];
    const foundIn = names.find(hasAll);
    return foundIn === undefined ? [] : [{ ...listed, withdrawn, foundIn }];
  });
}

interface Contents {
  readonly withdrawn: boolean;
  /** Its items, or its columns. */
  readonly names: readonly string[];
}

function contentsOf(catalogue: Catalogue, { flow, version, family }: ListedFlow): Contents {
  if (family === "json-event") return { withdrawn: false, names: [] };
  if (family === "headed-csv") {
    const same = catalogue.tables().find((one) => one.flow === flow && one.version === version);
    return { withdrawn: false, names: (same?.columns ?? []).map(({ name }) => name) };
  }
  const found = catalogue.find(flow, version);
  if (found === null) return { withdrawn: false, names: [] };
  const { withdrawn, groups } = found.definition;
  return { withdrawn, names: itemsOf(groups) };
}

function itemsOf(groups: readonly GroupDefinition[]): string[] {
  return groups.flatMap((group) => [
    ...group.fields.map(({ item, name }) => (item === null ? name : `${item} ${name}`)),
    ...itemsOf(group.groups),
  ]);
}
