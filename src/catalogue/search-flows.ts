import { listedDefinition } from "./any-flow.ts";
import type { Catalogue, GroupDefinition, ListedFlow } from "./definition.ts";

/** A flow version that a search found. */
export interface FoundFlow extends ListedFlow {
  readonly withdrawn: boolean;
  /** The item or column that has the words, e.g. `J0003 MPAN Core`, or its family; null when the flow's reference or name has them. */
  readonly foundIn: string | null;
}

/** What people call a family, beside its own name. */
const familyWords: Readonly<Record<string, string>> = {
  "user-file": "dtc data transfer catalogue electricity",
  pool: "settlement electricity",
  settlement: "electricity bsc elexon",
  "uk-link": "uk link gas xoserve",
  rgma: "gas meter",
  "json-event": "",
  "headed-csv": "table csv",
};

/** What people call flows by their references, beside the names of their family. */
const referenceWords: readonly (readonly [RegExp, string])[] = [
  [/^(IF|PUB|REP)-\d/, "mhhs half-hourly settlement electricity"],
  [/^HH-/, "half-hourly electricity"],
  [/^CSS/, "switching css electricity gas"],
];

/**
 * The flow versions in which all words are together, whatever their case: in a reference and name, in
 * the number and name of an item, or in those and what people call flows of that family. No words find every flow. Loads
 * the whole catalogue.
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
    if (foundIn !== undefined) return [{ ...listed, withdrawn, foundIn }];
    const isOfFamily = hasAll(`${listed.flow}${listed.version} ${listed.name} ${wordsOf(listed)}`);
    return isOfFamily ? [{ ...listed, withdrawn, foundIn: `family ${listed.family}` }] : [];
  });
}

function wordsOf({ flow, family }: ListedFlow): string {
  const own = referenceWords
    .filter(([reference]) => reference.test(flow))
    .map(([, words]) => words);
  return [family, familyWords[family] ?? "", ...own].join(" ");
}

interface Contents {
  readonly withdrawn: boolean;
  /** Its items, or its columns. */
  readonly names: readonly string[];
}

function contentsOf(catalogue: Catalogue, listed: ListedFlow): Contents {
  const found = listedDefinition(catalogue, listed);
  if (found === null || found.family === "json-event") return { withdrawn: false, names: [] };
  if (found.family === "headed-csv")
    return { withdrawn: false, names: found.columns.map(({ name }) => name) };
  return { withdrawn: found.withdrawn, names: itemsOf(found.groups) };
}

function itemsOf(groups: readonly GroupDefinition[]): string[] {
  return groups.flatMap((group) => [
    ...group.fields.map(({ item, name }) => (item === null ? name : `${item} ${name}`)),
    ...itemsOf(group.groups),
  ]);
}
