import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonPath,
  JsonSource,
  JsonType,
} from "../../../catalogue/json-event-definition.ts";
import { Conditions } from "../conditions.ts";
import { eventTree, type TreeMember } from "../event-tree.ts";
import { allKnown } from "../known-values.ts";
import { patternOf } from "../patterns.ts";
import { headerOf, recipientPaths } from "../undescribed.ts";
import { StraightPattern } from "./straight-pattern.ts";
import { type Token, tokenOf } from "./token.ts";

/** A member as the quick reader looks for it in events of one kind. */
export interface PlanMember {
  readonly name: string;
  /** What it begins with in a text without blanks, `"name":`. */
  readonly token: Token;
  /** Its place among its siblings. */
  readonly index: number;
  readonly type: JsonType;
  /** Its value is a text where it is anything that can be read in one go. */
  readonly isText: boolean;
  readonly required: boolean;
  /** It is not in such events, and holds no other member: an event that has it is read thoroughly. */
  readonly excluded: boolean;
  readonly nullable: boolean;
  /** An empty text is a value. */
  readonly mayBeEmpty: boolean;
  /** Each with its bytes and the quote behind them. */
  readonly codes: ReadonlyMap<string, Token> | null;
  readonly pattern: RegExp | null;
  /** The pattern as one that can be gone through in bytes; null where it cannot. */
  readonly straight: StraightPattern | null;
  /** Characters of a text; infinite where there is no limit. */
  readonly shortest: number;
  readonly longest: number;
  /** Of a number its value, of a list how many elements it has. */
  readonly least: number;
  readonly most: number;
  /** A text is looked at as a whole: it has codes, a pattern, or is a day or a time. */
  readonly isClose: boolean;
  readonly members: readonly PlanMember[];
  readonly byName: ReadonlyMap<string, PlanMember>;
  /** How many of its members must be there. */
  readonly needed: number;
  /** Where its first text is kept, counted from 0; -1 where it is not asked for. */
  readonly keep: number;
  /** Where the whole of a list is kept, in the same way. */
  readonly keepList: number;
  /** The last text that was looked at as a whole and was right, with the quote behind it: the same one is right again. */
  right: Token | null;
  /** Texts of at most four bytes that were right, as a number each. */
  readonly shortRight: Set<number>;
  /** The object in which it was last met. */
  seen: number;
  /** The member that came first in it, and the sibling that came after it, the last time: messages are alike. */
  first: PlanMember | null;
  follower: PlanMember | null;
}

/** Where values that are asked for are kept, by what they are for; null where events have none. */
export interface Kept {
  readonly version: number | null;
  readonly identity: number | null;
  readonly created: number | null;
  /** When it was sent is checked to be a time. */
  readonly isSentTime: boolean;
  readonly testFlag: number | null;
  readonly fromRole: number | null;
  readonly fromParticipant: number | null;
  readonly toRole: number | null;
  readonly toParticipant: number | null;
  readonly subject: number | null;
  readonly says: number | null;
  readonly condition: number | null;
  readonly replay: number | null;
  readonly transactionId: number | null;
  readonly eventCode: number | null;
  /** Whole lists of those that it is addressed to. */
  readonly recipients: readonly (number | null)[];
  readonly known: readonly KeptKnown[];
}

/** A value that data has under one name however it was sent. */
export interface KeptKnown {
  /** A comma, its name and a colon, as JSON. */
  readonly label: string;
  readonly list: boolean;
  readonly place: number | null;
}

/** How events of one kind are read when nothing is wrong with them. */
export interface QuickPlan {
  readonly root: PlanMember;
  readonly kept: Kept;
  /** Start and end of nothing for every text that is kept. */
  readonly blank: readonly number[];
}

/** The member that a definition's conditions look at; null when they look at none. */
export type ConditionPath = JsonPath | null;

/** Where a definition's conditions look; undefined when they look at several members. */
export function conditionPath({ fields }: JsonEventDefinition): ConditionPath | undefined {
  const paths = new Set(fields.flatMap(({ when }) => (when === null ? [] : [when.path])));
  if (paths.size > 1) return undefined;
  return [...paths][0] ?? null;
}

/**
 * The plan for events whose member that conditions look at has a text. Null for definitions that events
 * cannot be read by in one go: items, or values that are looked for in several members.
 */
export function quickPlan(definition: JsonEventDefinition, said: string | null): QuickPlan | null {
  if (definition.items !== null) return null;
  return new Planner(definition, said).plan();
}

const textTypes: ReadonlySet<JsonType> = new Set(["text", "text-or-list", "date", "datetime"]);

class Planner {
  readonly #definition: JsonEventDefinition;
  readonly #conditions: Conditions;
  /** Places of members whose text is kept, by path. */
  readonly #keeps = new Map<JsonPath, number>();
  readonly #paths: ReadonlySet<JsonPath>;
  #possible = true;

  constructor(definition: JsonEventDefinition, said: string | null) {
    this.#definition = definition;
    const texts = said === null ? [] : [said];
    this.#conditions = new Conditions(() => texts, definition);
    this.#paths = pathsIn(eventTree(definition));
  }

  plan(): QuickPlan | null {
    const kept = this.#kept();
    const root = this.#member(eventTree(this.#definition), 0, false);
    const blank = Array.from({ length: this.#keeps.size * 2 }, () => -1);
    return this.#possible ? { root, kept, blank } : null;
  }

  #kept(): Kept {
    const { discriminator, subject, from, to } = this.#definition;
    const { versionFrom, identity, created } = this.#definition;
    const header = headerOf(this.#definition);
    const headerPaths = (name: string) => header.known.find((one) => one.name === name)?.paths;
    const path = conditionPath(this.#definition);
    if (path === undefined) this.#possible = false;
    return {
      version: this.#source(versionFrom),
      identity: this.#source(identity),
      created: this.#source(created),
      isSentTime: this.#isTime(created),
      testFlag: this.#source(this.#definition.testFlag ?? header.testFlag),
      fromRole: this.#source(from.role),
      fromParticipant: this.#source(from.participant),
      toRole: this.#source(to.role),
      toParticipant: this.#source(to.participant),
      subject: this.#keep(subject?.paths ?? []),
      says: this.#keep([discriminator.path]),
      condition: this.#keep(path === null || path === undefined ? [] : [path]),
      replay: this.#keep(headerPaths("replayIndicator") ?? []),
      transactionId: this.#keep(
        header === this.#definition ? [] : (headerPaths("transactionId") ?? []),
      ),
      eventCode: this.#keep(headerPaths("eventCode") ?? []),
      recipients:
        header === this.#definition ? [] : recipientPaths.map((one) => this.#keepList(one)),
      known: allKnown(this.#definition).map((one) => this.#known(one)),
    };
  }

  #known({ name, paths, list }: JsonEventDefinition["known"][number]): KeptKnown {
    // Of a member that may occur several times, only the first text is kept.
    const isMany = ({ path, type }: JsonFieldDefinition) =>
      type.endsWith("list") &&
      type !== "text-or-list" &&
      paths.some((one) => one === path || one.startsWith(`${path}.`));
    if (list && this.#definition.fields.some(isMany)) this.#possible = false;
    return { label: `,${JSON.stringify(name)}:`, list, place: this.#keep(paths) };
  }

  #source(source: JsonSource): number | null {
    return source !== null && "paths" in source ? this.#keep(source.paths) : null;
  }

  #keep(paths: readonly JsonPath[]): number | null {
    const [path, ...others] = paths.filter((one) => this.#paths.has(one));
    if (path === undefined) return null;
    // Of several the first that has a value counts: that is not known before all are read.
    if (others.length > 0) this.#possible = false;
    const place = this.#keeps.get(path) ?? this.#keeps.size;
    this.#keeps.set(path, place);
    return place;
  }

  #isTime(source: JsonSource): boolean {
    const paths = source !== null && "paths" in source ? source.paths : [];
    const fields = this.#definition.fields.filter(({ path }) => paths.includes(path));
    return fields.length > 0 && fields.every(({ type }) => type === "datetime");
  }

  #keepList(path: JsonPath): number | null {
    if (!this.#paths.has(path)) return null;
    const place = this.#keeps.get(listKey(path)) ?? this.#keeps.size;
    this.#keeps.set(listKey(path), place);
    return place;
  }

  #member(tree: TreeMember, index: number, excludedAbove: boolean): PlanMember {
    const excluded = excludedAbove || this.#conditions.excludedBy(tree) !== null;
    const field = this.#conditions.fieldOf(tree);
    const members = [...tree.below.values()].map((one, at) => this.#member(one, at, excluded));
    const required = field?.needed ?? members.some((one) => one.required);
    const type = field?.type ?? (tree.below.size > 0 ? "object" : "text");
    const token = `${JSON.stringify(tree.name)}:`;
    // Events with other names are only read thoroughly.
    if (!isAscii(token)) this.#possible = false;
    const codes = this.#codesOf(field);
    const source = field?.pattern ?? null;
    const limits = field?.range ?? field?.count ?? null;
    return {
      name: tree.name,
      token: tokenOf(token),
      index,
      type,
      isText: textTypes.has(type),
      required,
      excluded: excluded && members.length === 0,
      nullable: field?.nullable ?? false,
      mayBeEmpty: field?.length?.[0] === 0,
      codes,
      pattern: source === null ? null : patternOf(source),
      straight: source === null ? null : StraightPattern.of(source),
      shortest: field?.length?.[0] ?? 0,
      longest: field?.length?.[1] ?? Number.POSITIVE_INFINITY,
      least: limits?.[0] ?? Number.NEGATIVE_INFINITY,
      most: limits?.[1] ?? Number.POSITIVE_INFINITY,
      isClose: codes !== null || source !== null || type === "date" || type === "datetime",
      members,
      byName: new Map(members.map((one) => [one.name, one])),
      needed: members.filter((one) => one.required).length,
      keep: this.#keeps.get(tree.path) ?? -1,
      keepList: this.#keeps.get(listKey(tree.path)) ?? -1,
      right: null,
      shortRight: new Set(),
      seen: -1,
      first: null,
      follower: null,
    };
  }

  #codesOf(field: JsonFieldDefinition | null): ReadonlyMap<string, Token> | null {
    if (field?.codes == null) return null;
    const { mask } = this.#definition;
    const codes = mask === null ? field.codes : [...field.codes, mask];
    return new Map(codes.map((code) => [code, tokenOf(`${code}"`)]));
  }
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** Under what the whole list at a path is kept; no path has brackets like these. */
function listKey(path: JsonPath): string {
  return `${path} []`;
}

function pathsIn(tree: TreeMember): Set<JsonPath> {
  const paths = new Set<JsonPath>();
  const add = (member: TreeMember) => {
    for (const one of member.below.values()) {
      paths.add(one.path);
      add(one);
    }
  };
  add(tree);
  return paths;
}
