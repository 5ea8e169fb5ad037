import type { TreeFamily } from "../catalogue/definition.ts";
import type { TreeFamilyRow } from "../catalogue/tree-family.ts";
import { allFamilies } from "../formats/recognise.ts";

/** What definitions of each family of record trees may say, as the registry of families has it. */
const rows = new Map<string, TreeFamilyRow>(
  allFamilies().flatMap(({ id, definitions }) =>
    definitions === null ? [] : [[id, definitions] as const],
  ),
);

/** What definitions of a family of record trees may say. */
export function treeRow(family: TreeFamily): TreeFamilyRow {
  const row = rows.get(family);
  if (row === undefined) throw new Error(`${family} is no family of record trees`);
  return row;
}

/** The names of all families of record trees. */
export const treeFamilyNames = [...rows.keys()] as [TreeFamily, ...TreeFamily[]];

/** What the definitions of all families may say of the codes of their first and last record. */
export const treeEnvelopes: readonly string[] = [
  ...new Set([...rows.values()].flatMap(({ form }) => form.rules.envelope)),
];

/** The name space of a family's flows: a family of other files than record trees has one of its own. */
export function nameSpaceOf(family: string): string {
  return rows.get(family)?.nameSpace ?? family;
}
