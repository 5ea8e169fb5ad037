import type { FlowDefinition, GroupDefinition } from "../../catalogue/definition.ts";
import type { WritableMessage } from "../writer.ts";
import type { MadeUpOccurrence } from "./grow.ts";

/** Data while it is being put together. */
interface Draft {
  [name: string]: string | Draft | Draft[];
}

/** The messages of a file, as a reader gives them. */
export function messagesOf(
  flow: FlowDefinition,
  roots: readonly MadeUpOccurrence[],
): WritableMessage[] {
  if (!flow.groups.some(leads))
    return [{ group: roots[0]?.group.code ?? "", data: groupsOf(flow.groups, roots) }];
  const found: WritableMessage[] = [];
  collect(flow.groups, roots, {}, found);
  return found;
}

function leads(group: GroupDefinition): boolean {
  return group.message || group.groups.some(leads);
}

/** Adds the messages among these occurrences; `outside` is what they have of the groups above and beside. */
function collect(
  groups: readonly GroupDefinition[],
  occurrences: readonly MadeUpOccurrence[],
  outside: Draft,
  found: WritableMessage[],
): void {
  const isTop = Object.keys(outside).length === 0;
  const beside = groupsOf(
    groups.filter((group) => !leads(group)),
    occurrences,
  );
  const known = isTop ? beside : outside;
  for (const occurrence of occurrences) {
    const { group, below } = occurrence;
    if (group.message) found.push({ group: group.code, data: { ...known, ...dataOf(occurrence) } });
    else if (leads(group)) {
      const own = groupsOf(
        group.groups.filter((child) => !leads(child)),
        below,
      );
      const above = { ...known, [group.key]: { ...fieldsOf(occurrence), ...own } };
      collect(group.groups, below, above, found);
    }
  }
}

function dataOf(occurrence: MadeUpOccurrence): Draft {
  return { ...fieldsOf(occurrence), ...groupsOf(occurrence.group.groups, occurrence.below) };
}

function fieldsOf({ group, values }: MadeUpOccurrence): Draft {
  const filled = group.fields.flatMap((field, index) => {
    const value = values[index] ?? "";
    return value === "" ? [] : [[field.key, value] as const];
  });
  return Object.fromEntries(filled);
}

function groupsOf(
  groups: readonly GroupDefinition[],
  occurrences: readonly MadeUpOccurrence[],
): Draft {
  const data: Draft = {};
  for (const group of groups) {
    const own = occurrences.filter((one) => one.group === group).map(dataOf);
    const [first] = own;
    if (first !== undefined) data[group.key] = group.max === 1 ? first : own;
  }
  return data;
}
