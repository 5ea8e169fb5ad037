import type { FlowDefinition, GroupDefinition } from "../../src/catalogue/definition.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";

const catalogue = loadCatalogue();

/** The shipped catalogue's flow of that reference, which must be there. */
export function flow(reference: string): FlowDefinition {
  const found = catalogue.find(reference.slice(0, 5), reference.slice(5));
  if (found === null || !found.exact) throw new Error(`${reference} is not in the catalogue`);
  return found.definition;
}

/** Every flow version of the Data Transfer Catalogue. */
export function allFlows(): FlowDefinition[] {
  return catalogue
    .list()
    .filter(({ family }) => family === "user-file")
    .map((entry) => flow(entry.flow + entry.version));
}

/** A group and where it stands: its ancestors from the root down. */
export interface Placed {
  readonly group: GroupDefinition;
  readonly above: readonly GroupDefinition[];
}

/** Every group below the ones given and these themselves, in the order of the tree. */
export function walk(
  groups: readonly GroupDefinition[],
  above: readonly GroupDefinition[] = [],
): Placed[] {
  return groups.flatMap((group) => [{ group, above }, ...walk(group.groups, [...above, group])]);
}

/** The codes from a root down to each message group, e.g. `754/492`. */
export function messagePaths(definition: FlowDefinition): string[] {
  return walk(definition.groups)
    .filter(({ group }) => group.message)
    .map(({ group, above }) => [...above, group].map(({ code }) => code).join("/"));
}
