import { listedDefinition } from "../../catalogue/any-flow.ts";
import type {
  Catalogue,
  GroupDefinition,
  ListedFlow,
  TableDefinition,
} from "../../catalogue/definition.ts";
import { sequenceField } from "../../catalogue/sequence-field.ts";
import { allFamilies } from "../../formats/recognise.ts";

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
  /** The group and field of its File Sequence Number, as names in data; null where it has none. */
  readonly sequence: { readonly group: string; readonly field: string } | null;
}

/** Flows that Busbar alone writes, such as status files: they are of no catalogue. */
const ownFlows: readonly OutgoingFlow[] = allFamilies().flatMap(({ id, answers }) =>
  answers?.isOurs === true
    ? [{ flow: answers.flow, version: "", family: id, groups: [], subjects: {}, sequence: null }]
    : [],
);

/** Flows that were asked for, by their references; a catalogue never changes. */
const known = new WeakMap<Catalogue, Map<string, OutgoingFlow | null>>();

/**
 * The flow that a reference names: `D0155001` that version, `D0155` the newest one; null when the
 * catalogue has no such flow.
 */
export function outgoingFlow(catalogue: Catalogue, reference: string): OutgoingFlow | null {
  const flows = known.get(catalogue) ?? new Map<string, OutgoingFlow | null>();
  known.set(catalogue, flows);
  const before = flows.get(reference);
  if (before !== undefined) return before;
  const found = findFlow(catalogue, reference);
  flows.set(reference, found);
  return found;
}

function findFlow(catalogue: Catalogue, reference: string): OutgoingFlow | null {
  const own = ownFlows.find(({ flow }) => flow === reference);
  if (own !== undefined) return own;
  const all = catalogue.list();
  const exact = all.find(({ flow, version }) => `${flow}${version}` === reference);
  const versions = all.filter(({ flow }) => flow === reference);
  const [first, ...others] = exact === undefined ? versions : [exact];
  if (first === undefined) return null;
  const listed = others.reduce((a, b) => (a.version > b.version ? a : b), first);
  const { flow, version, family } = listed;
  const definition = listedDefinition(catalogue, listed);
  const roots = definition !== null && "groups" in definition ? definition.groups : [];
  const groups = new Set(messageCodes(roots));
  const subjects =
    definition?.family === "headed-csv"
      ? tableSubject(definition)
      : Object.fromEntries(subjectPaths(roots));
  return { flow, version, family, groups: [...groups], subjects, sequence: sequenceOf(roots) };
}

function sequenceOf(roots: readonly GroupDefinition[]): OutgoingFlow["sequence"] {
  const found = sequenceField(roots);
  const field = found?.group.fields[found.field]?.key;
  return found === null || field === undefined ? null : { group: found.group.key, field };
}

function tableSubject({ subject }: TableDefinition): OutgoingFlow["subjects"] {
  return subject === null ? {} : { "": [subject.column] };
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

/** The names that lead from a group to its subject, which may be one of a group that occurs once below it. */
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
