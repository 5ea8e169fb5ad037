import type { Catalogue, FlowDefinition, GroupDefinition } from "./definition.ts";

/** A flow that a search found. */
export interface FoundFlow {
  readonly flow: FlowDefinition;
  /** The item that has the words, e.g. `J0003 MPAN Core`; null when the flow's reference or name has them. */
  readonly item: string | null;
}

/**
 * The flows in which all words stand together, whatever their case: in a reference and name, or in the
 * number and name of an item. No words find every flow. Loads the whole catalogue.
 */
export function searchFlows(catalogue: Catalogue, words: string): readonly FoundFlow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const hasAll = (text: string) => {
    const lower = text.toLowerCase();
    return wanted.every((word) => lower.includes(word));
  };
  return allFlows(catalogue).flatMap((flow): FoundFlow[] => {
    if (hasAll(`${flow.flow}${flow.version} ${flow.name}`)) return [{ flow, item: null }];
    const item = itemsOf(flow.groups).find(hasAll);
    return item === undefined ? [] : [{ flow, item }];
  });
}

function allFlows(catalogue: Catalogue): FlowDefinition[] {
  return catalogue.list().flatMap(({ flow, version }) => {
    const found = catalogue.find(flow, version);
    return found === null ? [] : [found.definition];
  });
}

function itemsOf(groups: readonly GroupDefinition[]): string[] {
  return groups.flatMap((group) => [
    ...group.fields.map(({ item, name }) => (item === null ? name : `${item} ${name}`)),
    ...itemsOf(group.groups),
  ]);
}
