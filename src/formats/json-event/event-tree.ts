import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonPath,
} from "../../catalogue/json-event-definition.ts";

/** A member that a definition knows, with those below it. */
export interface TreeMember {
  readonly name: string;
  readonly path: JsonPath;
  /** What the definition says of it, each for other events; none for what it only goes through. */
  readonly fields: readonly JsonFieldDefinition[];
  readonly below: ReadonlyMap<string, TreeMember>;
  /** Members below, by other names that senders give them; without regard to capitals where those do not count. */
  readonly otherwise: ReadonlyMap<string, TreeMember>;
}

interface Growing extends TreeMember {
  readonly fields: JsonFieldDefinition[];
  readonly below: Map<string, Growing>;
  readonly otherwise: Map<string, TreeMember>;
}

const trees = new WeakMap<JsonEventDefinition, TreeMember>();

/** The members that a definition knows, as they nest: its fields, and where it takes values from. */
export function eventTree(definition: JsonEventDefinition): TreeMember {
  const known = trees.get(definition);
  if (known !== undefined) return known;
  const root = grow("", "");
  for (const field of definition.fields) memberAt(root, field.path).fields.push(field);
  if (definition.anyCase) for (const path of pathsOf(definition)) memberAt(root, path);
  nameOtherwise(root, definition.anyCase);
  trees.set(definition, root);
  return root;
}

/** How a name is looked up among those that members have otherwise. */
export function spelling(name: string, anyCase: boolean): string {
  return anyCase ? name.toLowerCase() : name;
}

function grow(name: string, path: JsonPath): Growing {
  return { name, path, fields: [], below: new Map(), otherwise: new Map() };
}

function memberAt(root: Growing, path: JsonPath): Growing {
  let member = root;
  for (const name of path.split(".")) {
    const above = member.path === "" ? "" : `${member.path}.`;
    const below = member.below.get(name) ?? grow(name, above + name);
    member.below.set(name, below);
    member = below;
  }
  return member;
}

/** Where a definition takes values from, whether it checks them or not. */
function pathsOf(definition: JsonEventDefinition): JsonPath[] {
  const { discriminator, versionFrom, identity, created, testFlag, from, to } = definition;
  const sources = [versionFrom, identity, created, testFlag, from.role, from.participant];
  const paths = [...sources, to.role, to.participant].flatMap((source) =>
    source !== null && "paths" in source ? source.paths : [],
  );
  const known = definition.known.flatMap((one) => one.paths);
  return [discriminator.path, ...paths, ...(definition.subject?.paths ?? []), ...known];
}

function nameOtherwise(member: Growing, anyCase: boolean): void {
  for (const one of member.below.values()) {
    const names = one.fields.flatMap(({ aliases }) => aliases);
    if (anyCase) names.push(one.name);
    for (const name of names) {
      const key = spelling(name, anyCase);
      if (!member.otherwise.has(key)) member.otherwise.set(key, one);
    }
    nameOtherwise(one, anyCase);
  }
}
