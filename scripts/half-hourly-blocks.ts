import type { FactMember } from "./half-hourly-facts.ts";

/** A member of a block: a name, with `?` where it may be missing; or one that has members. */
export type Member =
  | string
  | {
      readonly name: string;
      readonly kind: Kind;
      readonly optional?: true;
      readonly min?: number;
      readonly max?: number;
      /** Shortest and longest text of a list of texts. */
      readonly length?: readonly [number, number];
      readonly members?: readonly Member[];
    };

type Kind = "object" | "list" | "text-list";

/** What stands under one name of the common or the custom part of a message. */
export interface Block {
  /** Its path, e.g. `CustomBlock.B012`. */
  readonly name: string;
  readonly kind: Kind;
  readonly optional: boolean;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly members: readonly Member[];
}

/** The blocks of a payload, in its order. */
export function blocksOf(members: readonly FactMember[]): Block[] {
  const tops = members.filter(({ path }) => path.split(".").length === 2 && !path.endsWith("[]"));
  return tops.map((top) => ({
    name: top.path,
    kind: kindOf(top, members),
    optional: top.required !== true,
    min: top.minItems,
    max: top.maxItems,
    members: below(top.path, members),
  }));
}

function kindOf({ kind, path }: FactMember, members: readonly FactMember[]): Kind {
  if (kind === "object") return "object";
  if (kind !== "list") throw new Error(`${path} is neither an object nor a list`);
  return members.some((one) => one.path === `${path}[]`) ? "text-list" : "list";
}

function below(parent: string, members: readonly FactMember[]): Member[] {
  const depth = parent.split(".").length + 1;
  return members
    .filter(
      ({ path, kind }) =>
        path.startsWith(`${parent}.`) && path.split(".").length === depth && kind !== "item",
    )
    .map((one) => memberOf(one, members));
}

/** Half hours of a day, which is one of UTC: it never has 46 or 50. */
const periodsOfDay = 48;

/** Most elements of a list: as stated, and of periods, which end at an `sp`, those of a day. */
function mostOf({ maxItems }: FactMember, members: readonly Member[]): number | undefined {
  return (
    maxItems ?? (members.some((one) => /^sp\??$/.test(nameOf(one))) ? periodsOfDay : undefined)
  );
}

function memberOf(one: FactMember, members: readonly FactMember[]): Member {
  const name = one.path.split(".").at(-1) ?? "";
  if (one.kind === "leaf") return one.required === true ? name : `${name}?`;
  const own = below(one.path, members);
  const max = mostOf(one, own);
  const item = members.find(({ path }) => path === `${one.path}[]`);
  return {
    name,
    kind: kindOf(one, members),
    ...(one.required !== true && { optional: true }),
    ...(one.minItems !== undefined && { min: one.minItems }),
    ...(max !== undefined && { max }),
    ...(item !== undefined && { length: [item.min ?? 0, item.max ?? 0] }),
    ...(item === undefined && { members: own }),
  };
}

/**
 * Names of the members in which a block asks for less than a stricter one of its shape, since nothing in
 * them must be there; null when it is no such block.
 */
export function looseIn(strict: Block, block: Block): readonly string[] | null {
  if (strict.kind !== block.kind || strict.members.length !== block.members.length) return null;
  const names: string[] = [];
  for (const [at, member] of block.members.entries()) {
    const one = strict.members[at];
    if (one === undefined) return null;
    if (JSON.stringify(one) === JSON.stringify(member)) continue;
    if (!isLoose(member) || JSON.stringify(loosened(one)) !== JSON.stringify(loosened(member)))
      return null;
    names.push(nameOf(member));
  }
  return names;
}

/** A member's name without its mark. */
function nameOf(member: Member): string {
  return typeof member === "string" ? member.replace(/\?$/, "") : member.name;
}

/** Whether nothing in it must have a value. */
function isLoose(member: Member): boolean {
  if (typeof member === "string") return member.endsWith("?");
  return member.members === undefined ? member.optional === true : member.members.every(isLoose);
}

function loosened(member: Member): Member {
  if (typeof member === "string") return `${nameOf(member)}?`;
  const { members, optional: _, ...rest } = member;
  return { ...rest, optional: true, ...(members && { members: members.map(loosened) }) };
}
