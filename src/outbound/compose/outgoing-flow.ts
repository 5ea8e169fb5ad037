import type { Catalogue, GroupDefinition, ListedFlow } from "../../catalogue/definition.ts";

/** A flow as it is sent: which definition writes it, and what its messages are. */
export interface OutgoingFlow {
  readonly flow: string;
  /** Of the definition. */
  readonly version: string;
  readonly family: ListedFlow["family"];
  /** Codes of the groups that are messages; none where the whole file is one, or rows or events are. */
  readonly groups: readonly string[];
  /** The names in data that lead to what a message of a group is about, by the group's code; of a table, by an empty one. */
  readonly subjects: Readonly<Record<string, readonly string[]>>;
}

/** Status files as they are sent: not of the catalogue, since nobody else writes them. */
export const statusFlow: OutgoingFlow = {
  flow: "MHHS-STATUS",
  version: "",
  family: "json-event",
  groups: [],
  subjects: {},
};

/**
 * The flow that a reference names: `D0155001` that version, `D0155` the newest one; null when the
 * catalogue has no such flow.
 */
export function outgoingFlow(catalogue: Catalogue, reference: string): OutgoingFlow | null {
  if (reference === statusFlow.flow) return statusFlow;
  const all = catalogue.list();
  const exact = all.find(({ flow, version }) => `${flow}${version}` === reference);
  const versions = all.filter(({ flow }) => flow === reference);
  const [first, ...others] = exact === undefined ? versions : [exact];
  if (first === undefined) return null;
  const listed = others.reduce((a, b) => (a.version > b.version ? a : b), first);
  const { flow, version, family } = listed;
  const definition =
    family === "headed-csv" || family === "json-event" ? null : catalogue.find(flow, version);
  const groups = new Set(messageCodes(definition?.definition.groups ?? []));
  const subjects =
    family === "headed-csv"
      ? tableSubject(catalogue, flow, version)
      : Object.fromEntries(subjectPaths(definition?.definition.groups ?? []));
  return { flow, version, family, groups: [...groups], subjects };
}

function tableSubject(
  catalogue: Catalogue,
  flow: string,
  version: string,
): OutgoingFlow["subjects"] {
  const table = catalogue.tables().find((one) => one.flow === flow && one.version === version);
  const column = table?.subject?.column;
  return column === undefined ? {} : { "": [column] };
}

function subjectPaths(
  groups: readonly GroupDefinition[],
): (readonly [string, readonly string[]])[] {
  return groups.flatMap((group) => {
    const path = group.message ? pathToSubject(group) : null;
    const own = path === null ? [] : [[group.code, path] as const];
    return [...own, ...(group.message ? [] : subjectPaths(group.groups))];
  });
}

/** The names that lead from a group to its subject, which may be one of a group that stands once below it. */
function pathToSubject({ subject, fields, groups }: GroupDefinition): readonly string[] | null {
  const key = subject === null ? undefined : fields[subject.field]?.key;
  if (key !== undefined) return [key];
  for (const below of groups) {
    const path = pathToSubject(below);
    if (path !== null) return [below.key, ...path];
  }
  return null;
}

function messageCodes(groups: readonly GroupDefinition[]): string[] {
  return groups.flatMap(({ code, message, groups: below }) => [
    ...(message ? [code] : []),
    ...messageCodes(below),
  ]);
}
