import type { JsonCondition, JsonFieldDefinition, JsonType } from "../json-event-definition.ts";
import type {
  HalfHourlyBlock,
  HalfHourlyEntry,
  HalfHourlyItem,
  HalfHourlyMember,
} from "./data-schema.ts";

/** What the fields of a flow are made from. */
export interface HalfHourlyData {
  readonly flow: string;
  readonly version: string;
  readonly events: readonly string[];
  readonly blocks: readonly (string | HalfHourlyEntry)[];
  readonly items: Readonly<Record<string, HalfHourlyItem>>;
  readonly shared: Readonly<Record<string, HalfHourlyBlock>>;
}

const eventCode = "CommonBlock.S0.eventCode";

/** The fields of the messages of one interface, in the order that they are written in. */
export function halfHourlyFields(data: HalfHourlyData): JsonFieldDefinition[] {
  const places = new Blocks(data);
  const entries = data.blocks.map((one) => (typeof one === "string" ? { block: one } : one));
  const below = (top: string) => entries.filter(({ block }) => block.startsWith(`${top}.`));
  const custom = below("CustomBlock");
  return [
    fieldAt("CommonBlock", { type: "object", advice: false }),
    ...firstFields(data),
    ...below("CommonBlock").flatMap((entry) => places.fields(entry)),
    fieldAt("CustomBlock", { type: "object", ...whereAny(custom, data.events) }),
    ...custom.flatMap((entry) => places.fields(entry)),
  ];
}

/** A block must be there with the events that have any block within it; without one nobody sends it. */
function whereAny(
  within: readonly HalfHourlyEntry[],
  events: readonly string[],
): Pick<JsonFieldDefinition, "required" | "when"> {
  const values = events.filter((event) =>
    within.some(({ when }) => when === undefined || when.includes(event)),
  );
  const isAlways = values.length === events.length;
  return {
    required: values.length > 0,
    when: isAlways || values.length === 0 ? null : { path: eventCode, values },
  };
}

/** Which message it is. */
function firstFields({ flow, version, events }: HalfHourlyData): JsonFieldDefinition[] {
  const block = "CommonBlock.S0";
  return [
    fieldAt(block, { type: "object", advice: false }),
    fieldAt(`${block}.interfaceID`, { codes: [flow], advice: false }),
    fieldAt(`${block}.schemaVersion`, { codes: [version] }),
    fieldAt(eventCode, { type: "text-or-list", codes: events, exhaustive: true, advice: false }),
  ];
}

/** Where members are that are looked at, and what holds of them there. */
interface Place {
  readonly path: string;
  readonly when: JsonCondition | null;
  readonly loose: boolean;
}

class Blocks {
  readonly #data: HalfHourlyData;

  constructor(data: HalfHourlyData) {
    this.#data = data;
  }

  fields(entry: HalfHourlyEntry): JsonFieldDefinition[] {
    const { block, optional, loose, min, max } = entry;
    const shared = this.#data.shared[block];
    const members = entry.members ?? shared?.members;
    if (members === undefined) throw new Error(`${block} is no block`);
    const when = entry.when === undefined ? null : { path: eventCode, values: entry.when };
    const top = fieldAt(block, {
      type: shared?.kind ?? "object",
      aliases: shared?.aliases ?? [],
      required: optional !== true,
      when,
      advice: !members.some((one) => this.#isNeeded(one)),
      count: limitsOf(min, max),
    });
    const names = new Set(loose === true ? members.map(nameOf) : loose);
    const below = members.flatMap((one) =>
      this.#fields(one, { path: block, when, loose: names.has(nameOf(one)) }),
    );
    return [top, ...below];
  }

  #fields(member: HalfHourlyMember, { path: above, when, loose }: Place): JsonFieldDefinition[] {
    const path = `${above}.${nameOf(member)}`;
    if (typeof member === "string") {
      const item = this.#item(nameOf(member));
      // How something was decided must be there wherever its block is.
      const isOptional = member.endsWith("?") || (loose && !isDecision(member));
      return [leafAt(path, item, !isOptional, when)];
    }
    const { kind: type, min, max, length, members = [] } = member;
    const required = member.optional !== true && !loose;
    const advice = !this.#isNeeded(member);
    const own = { type, required, when, advice, count: limitsOf(min, max), length: length ?? null };
    return [
      fieldAt(path, own),
      ...members.flatMap((one) => this.#fields(one, { path, when, loose })),
    ];
  }

  #isNeeded(member: HalfHourlyMember): boolean {
    if (typeof member === "string")
      return !member.endsWith("?") && this.#item(member).needed === true;
    return member.optional !== true && (member.members ?? []).some((one) => this.#isNeeded(one));
  }

  #item(name: string): HalfHourlyItem {
    const item = this.#data.items[name];
    if (item === undefined) throw new Error(`${name} is no item`);
    return item;
  }
}

function isDecision(name: string): boolean {
  return name === "responseCode";
}

function nameOf(member: HalfHourlyMember): string {
  return typeof member === "string" ? member.replace(/\?$/, "") : member.name;
}

function limitsOf(min: number | undefined, max: number | undefined) {
  return min === undefined && max === undefined ? null : ([min ?? null, max ?? null] as const);
}

function leafAt(
  path: string,
  item: HalfHourlyItem,
  required: boolean,
  when: JsonCondition | null,
): JsonFieldDefinition {
  const { needed, type = "text" as JsonType, nullable, personal, ...rest } = item;
  return fieldAt(path, {
    ...rest,
    type,
    required,
    when,
    advice: needed !== true,
    nullable: nullable === true,
    personal: personal === true,
  });
}

type Said = {
  readonly [Name in keyof JsonFieldDefinition]?: JsonFieldDefinition[Name] | undefined;
};

function fieldAt(path: string, said: Said): JsonFieldDefinition {
  return {
    path,
    type: said.type ?? "text",
    required: said.required ?? true,
    when: said.when ?? null,
    nullable: said.nullable ?? false,
    advice: said.advice ?? true,
    pattern: said.pattern ?? null,
    length: said.length ?? null,
    range: said.range ?? null,
    count: said.count ?? null,
    aliases: said.aliases ?? [],
    codes: said.codes ?? null,
    exhaustive: said.exhaustive ?? false,
    personal: said.personal ?? false,
  };
}
