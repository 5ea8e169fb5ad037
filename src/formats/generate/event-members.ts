import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonPath,
  JsonSource,
} from "../../catalogue/json-event-definition.ts";

/** A member of an event that is to be made up, with the members below it. */
export interface MadeUpMember {
  readonly name: string;
  readonly path: JsonPath;
  /** What the definition says of it; null where it only is above others, or is read and not checked. */
  field: JsonFieldDefinition | null;
  /** Is in every event: it must be, or the envelope or the subject is taken from it. */
  always: boolean;
  readonly below: Map<string, MadeUpMember>;
}

/** Values that conditions look at, by their paths. */
export type Chosen = ReadonlyMap<JsonPath, string>;

/**
 * The members of events of a definition that say what was chosen, as a tree: those it checks in such events,
 * and those it takes values from.
 */
export function eventMembers(definition: JsonEventDefinition, chosen: Chosen): MadeUpMember {
  const root: MadeUpMember = { name: "", path: "", field: null, always: true, below: new Map() };
  for (const field of definition.fields) {
    const { when } = field;
    const said = when === null ? undefined : chosen.get(when.path);
    if (when !== null && (said === undefined || !when.values.includes(said))) continue;
    const member = add(root, field.path);
    member.field = field;
    member.always = field.required;
  }
  const paths = [...envelopePaths(definition), ...chosen.keys()].map((path) => add(root, path));
  settle(root);
  for (const member of paths) member.always = true;
  for (const path of [...envelopePaths(definition), ...chosen.keys()]) keepAbove(root, path);
  for (const { paths: places } of definition.known)
    if (places[0] !== undefined && !places.some((path) => isKnown(root, path)))
      add(root, places[0]);
  return root;
}

/** What must be there makes what it is in be there, too, unless the definition says that may be missing. */
function settle(member: MadeUpMember): void {
  for (const one of member.below.values()) settle(one);
  if (member.field?.required === false) return;
  if ([...member.below.values()].some(({ always }) => always)) member.always = true;
}

function keepAbove(root: MadeUpMember, path: JsonPath): void {
  let member: MadeUpMember | undefined = root;
  for (const name of path.split(".")) {
    member = member?.below.get(name);
    if (member !== undefined) member.always = true;
  }
}

/** Whether the definition says what is there, or what there is in something above. */
function isKnown(root: MadeUpMember, path: JsonPath): boolean {
  let member: MadeUpMember | undefined = root;
  for (const name of path.split(".")) {
    const next: MadeUpMember | undefined = member?.below.get(name);
    if (next === undefined) return member?.field !== null && member !== root;
    member = next;
  }
  return true;
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

function add(root: MadeUpMember, path: JsonPath): MadeUpMember {
  let member = root;
  for (const name of path.split(".")) {
    const below = member.below.get(name) ?? {
      name,
      path: member.path === "" ? name : `${member.path}.${name}`,
      field: null,
      always: false,
      below: new Map<string, MadeUpMember>(),
    };
    member.below.set(name, below);
    member = below;
  }
  return member;
}
