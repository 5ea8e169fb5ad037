import type { FlowDefinition } from "../../catalogue/definition.ts";
import { resolveGroups } from "../../catalogue/load/resolve-flow.ts";
import type { ItemLookup } from "../../catalogue/load/resolve-item.ts";
import { sequenced } from "../../catalogue/sequence-field.ts";
import { treeRow } from "../tree-rows.ts";
import { nestLevels, type PlacedGroup } from "./nest-levels.ts";
import type { WrittenGroup, WrittenTree } from "./tree-schema.ts";

/** A flow of records as readers need it, of a definition that `checkTree` finds nothing wrong with. */
export function resolveTree(file: string, written: WrittenTree, items: ItemLookup): FlowDefinition {
  const { family, flow, version, name, routes, withdrawn, partial, rules, groups } = written;
  const tree = resolveGroups({ file, items }, flow, nestLevels(groups, () => {}).map(groupOf));
  const usual = sequenced(treeRow(family).rules, tree);
  return {
    flow,
    version,
    name,
    family,
    rules: {
      ...usual,
      ...given(rules ?? {}),
      sequence: { ...usual.sequence, ...rules?.sequence },
    },
    routes,
    withdrawn: withdrawn === true,
    partial: partial === true,
    groups: tree,
  };
}

function groupOf({ group, below }: PlacedGroup): WrittenGroup {
  return { ...group, groups: below.map(groupOf) };
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without what is there but undefined, which would hide the family's own. */
function given<T extends object>(rules: T): Given<T> {
  const filled = Object.entries(rules).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as Given<T>;
}
