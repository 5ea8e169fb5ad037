import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonPath,
  JsonSource,
} from "../../catalogue/json-event-definition.ts";

/** A member of an event that is to be made up, with the members below it. */
export interface EventMember {
  readonly name: string;
  readonly path: JsonPath;
  /** What the definition says of it; null where it only stands above others, or is read and not checked. */
  field: JsonFieldDefinition | null;
  /** Is in every event: it must be, or the envelope or the subject is taken from it. */
  always: boolean;
  readonly below: Map<string, EventMember>;
}

/** The members of events of a definition, as a tree: those it checks and those it takes values from. */
export function eventMembers(definition: JsonEventDefinition): EventMember {
  const root: EventMember = { name: "", path: "", field: null, always: true, below: new Map() };
  for (const field of definition.fields) add(root, field.path, field.required).field = field;
  for (const path of envelopePaths(definition)) add(root, path, true);
  for (const { paths } of definition.known)
    if (paths[0] !== undefined && !paths.some((path) => has(root, path)))
      add(root, paths[0], false);
  return root;
}

/** Where the envelope, the subject and the items of an event are taken from: of several paths, the first. */
function envelopePaths(definition: JsonEventDefinition): JsonPath[] {
  const { discriminator, items, subject, from, to } = definition;
  const { versionFrom, identity, created, testFlag } = definition;
  const sources = [versionFrom, identity, created, testFlag, from.role, from.participant];
  const paths = [...sources, to.role, to.participant].map(firstPath);
  const all = [discriminator.path, items, subject?.paths[0], ...paths];
  return all.filter((path) => path !== null && path !== undefined);
}

/** Where a source is taken from in the event; null where the definition has the value itself. */
export function firstPath(source: JsonSource): JsonPath | null {
  return source !== null && "paths" in source ? (source.paths[0] ?? null) : null;
}

function add(root: EventMember, path: JsonPath, always: boolean): EventMember {
  let member = root;
  for (const name of path.split(".")) {
    const below = member.below.get(name) ?? {
      name,
      path: member.path === "" ? name : `${member.path}.${name}`,
      field: null,
      always: false,
      below: new Map<string, EventMember>(),
    };
    member.below.set(name, below);
    below.always ||= always;
    member = below;
  }
  return member;
}

function has(root: EventMember, path: JsonPath): boolean {
  let member: EventMember | undefined = root;
  for (const name of path.split(".")) member = member?.below.get(name);
  return member !== undefined;
}
