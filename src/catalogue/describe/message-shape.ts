import type { FieldDefinition, FlowDefinition, GroupDefinition } from "../definition.ts";

/**
 * What the data of one kind of message holds, under which keys: what types, schemas and pages are made
 * from. The root of a kind is the message itself; of a flow whose whole file is one message, the file.
 */
export interface MessageShape extends GroupShape {
  /** Null when the whole file is one message. */
  readonly group: GroupDefinition | null;
}

/** What an occurrence of a group holds. */
export interface GroupShape {
  readonly group: GroupDefinition | null;
  readonly fields: readonly FieldDefinition[];
  readonly groups: readonly ChildShape[];
}

/** A group in the data of another. */
export interface ChildShape extends GroupShape {
  readonly group: GroupDefinition;
  readonly key: string;
  readonly required: boolean;
  /** An array of occurrences; otherwise one object. */
  readonly many: boolean;
}

/** The kinds of message of a flow, in the catalogue's order: one, but for flows with several message groups. */
export function messageShapes(flow: FlowDefinition): readonly MessageShape[] {
  const found: MessageShape[] = [];
  collect(flow.groups, [], found);
  if (found.length > 0) return found;
  return [{ group: null, fields: [], groups: childShapes(flow.groups) }];
}

/** `outside` is what messages below these groups have of the groups above them and beside those. */
function collect(
  groups: readonly GroupDefinition[],
  outside: readonly ChildShape[],
  found: MessageShape[],
): void {
  const beside = outside.length === 0 ? childShapes(groups.filter((group) => !leads(group))) : [];
  const known = [...outside, ...beside];
  for (const group of groups) {
    if (group.message) {
      const own = childShapes(group.groups);
      found.push({ group, fields: filled(group), groups: [...known, ...own] });
    } else if (leads(group)) collect(group.groups, [...known, aboveShape(group)], found);
  }
}

/** Whether the group is a message or is above one. */
function leads(group: GroupDefinition): boolean {
  return group.message || group.groups.some(leads);
}

/** A group above messages: those below it have it as one object, without the message groups in it. */
function aboveShape(group: GroupDefinition): ChildShape {
  const beside = group.groups.filter((child) => !leads(child));
  return {
    group,
    key: group.key,
    required: true,
    many: false,
    fields: filled(group),
    groups: childShapes(beside),
  };
}

function childShapes(groups: readonly GroupDefinition[]): ChildShape[] {
  return groups.map((group) => ({
    group,
    key: group.key,
    required: isRequired(group, groups),
    many: group.max !== 1,
    fields: filled(group),
    groups: childShapes(group.groups),
  }));
}

/** A group whose code occurs twice side by side may be missing when its twin is there. */
function isRequired(group: GroupDefinition, siblings: readonly GroupDefinition[]): boolean {
  if (group.min === 0 || group.conditional) return false;
  return siblings.every((other) => other === group || other.code !== group.code);
}

function filled(group: GroupDefinition): readonly FieldDefinition[] {
  return group.fields.filter((field) => !field.unused);
}
