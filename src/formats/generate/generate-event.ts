import type { Catalogue } from "../../catalogue/definition.ts";
import type { JsonEventDefinition, JsonPath } from "../../catalogue/json-event-definition.ts";
import type { GroupData, SubjectKind } from "../../core/file/document.ts";
import { type Envelope, liveFlagOf } from "../../core/file/envelope.ts";
import { jsonLimits } from "../json-event/limits.ts";
import { readDocument } from "../recognise.ts";
import type { WritableDocument } from "../writer.ts";
import { type Chosen, eventMembers, firstPath, type MadeUpMember } from "./event-members.ts";
import { fitText } from "./fit-text.ts";
import type { GenerateOptions } from "./generate-options.ts";
import { inLayout } from "./layout-text.ts";
import { makePlainOccasion, type Occasion } from "./occasion.ts";
import { Scene } from "./scene.ts";
import { atTop, type SpotSurroundings } from "./spot.ts";
import { type EventValue, memberValue } from "./value/event-value.ts";
import { Random } from "./value/random.ts";
import { uuid } from "./value/trade-value.ts";

/** How often a member that may be missing is there. */
const filledShare = 0.6;
/** How often events are in the wrapper that their definition has for them. */
const wrappedShare = 0.5;
/** How often a member that may be null is. */
const nullShare = 0.3;
/** Most items of one event, and most elements of a list. */
const fewItems = 3;

/** What the events of a file are made with. */
interface Making {
  readonly definition: JsonEventDefinition;
  readonly members: (chosen: Chosen) => MadeUpMember;
  readonly conditions: ReadonlyMap<JsonPath, readonly string[]>;
  readonly seed: string;
  readonly occasion: Occasion;
  readonly live: boolean;
}

/**
 * Makes up a file of JSON events with that many messages, fewer where JSON may not be so large: one event,
 * or an array of them. Events whose definition has items have one or several. The catalogue that knows
 * the definition says how it is read.
 */
export function generateEvents(
  definition: JsonEventDefinition,
  catalogue: Catalogue,
  { count = 1, seed = "1", live = false }: GenerateOptions = {},
): WritableDocument {
  const wholeSeed = `${definition.flow}${definition.version}/${seed}`;
  const random = new Random(wholeSeed);
  const occasion = makePlainOccasion(random);
  const making: Making = {
    definition,
    members: membersOf(definition),
    conditions: conditionsIn(definition),
    seed: wholeSeed,
    occasion,
    live,
  };
  const isWrapped = definition.wrapper !== null && random.chance(wrappedShare);
  const events: EventValue[] = [];
  const room = { bytes: jsonLimits.fileBytes, lines: jsonLimits.values };
  for (let made = 0; made < Math.max(1, count); ) {
    const left = Math.max(1, count) - made;
    const items = definition.items === null ? 1 : random.whole(1, Math.min(left, fewItems));
    const bare = makeEvent(making, made, items);
    const event = isWrapped ? { [definition.wrapper ?? ""]: bare } : bare;
    if (!hasRoom(room, event)) break;
    events.push(event);
    made += items;
  }
  const whole = events.length === 1 ? events[0] : events;
  return documentOf(definition, catalogue, `${JSON.stringify(whole, null, 2)}\n`);
}

/** The members of events by what was chosen, each made once. */
function membersOf(definition: JsonEventDefinition): Making["members"] {
  const made = new Map<string, MadeUpMember>();
  return (chosen) => {
    const key = JSON.stringify([...chosen]);
    const members = made.get(key) ?? eventMembers(definition, chosen);
    made.set(key, members);
    return members;
  };
}

/** Takes the room that an event needs in a file of many; false when there is not so much left. */
function hasRoom(room: { bytes: number; lines: number }, event: EventValue): boolean {
  // A value has a line or several; in the array around it, each is indented once more.
  const lines = JSON.stringify(event, null, 2).split("\n");
  for (const line of lines) room.bytes -= Buffer.byteLength(line) + "  \n".length;
  room.bytes -= ",".length;
  room.lines -= lines.length;
  return room.bytes > "[\n]\n".length && room.lines > 0;
}

/** The text as it is read, so that a writer gives it out as it is. */
function documentOf(
  { family, flow, version }: JsonEventDefinition,
  catalogue: Catalogue,
  text: string,
): WritableDocument {
  const { envelope, layout, items } = readDocument(Buffer.from(text), catalogue, { whole: true });
  const nobody = { role: null, participant: null };
  const plain: Envelope = {
    ...{ family, flow, version, from: nobody, to: nobody },
    ...{ fileIdentifier: null, created: null, testFlag: null },
  };
  const messages = items.map((item) => {
    const data: GroupData = JSON.parse(item.json());
    return { group: item.group, data };
  });
  return { envelope: envelope ?? plain, layout, messages };
}

function makeEvent(making: Making, number: number, items: number): EventValue {
  const scenes = Array.from(
    { length: items },
    (_, index) => new Scene(making.seed, number + index, making.occasion),
  );
  const [first] = scenes;
  if (first === undefined) throw new Error("An event has at least one item");
  const chosen = choose(making.conditions, first.random);
  const maker = new EventMaker(making, scenes, toldIn(making, first, chosen));
  return maker.members(making.members(chosen), atTop(first));
}

/** A value for each member that the definition has conditions on. */
function choose(conditions: Making["conditions"], random: Random): Map<JsonPath, string> {
  return new Map([...conditions].map(([path, values]) => [path, random.pick(values)]));
}

/** The members that a definition has conditions on, with the values there are. */
function conditionsIn({ fields }: JsonEventDefinition): Map<JsonPath, readonly string[]> {
  const conditions = new Map<JsonPath, readonly string[]>();
  for (const { when } of fields)
    if (when !== null) {
      const codes = fields.find((field) => field.path === when.path)?.codes;
      const known = conditions.get(when.path) ?? [];
      conditions.set(when.path, codes ?? [...new Set([...known, ...when.values])]);
    }
  return conditions;
}

/** Makes the members of one event. */
class EventMaker {
  readonly #making: Making;
  readonly #scenes: readonly Scene[];
  /** What the members hold that the envelope is taken from, by path. */
  readonly #told: ReadonlyMap<JsonPath, string>;

  constructor(making: Making, scenes: readonly Scene[], told: ReadonlyMap<JsonPath, string>) {
    this.#making = making;
    this.#scenes = scenes;
    this.#told = told;
  }

  members({ below }: MadeUpMember, surroundings: SpotSurroundings): EventValue {
    const { random } = surroundings.scene;
    const made = [...below.values()].flatMap((member) => {
      if (!member.always && !random.chance(filledShare)) return [];
      const value = this.#value(member, surroundings);
      return isNothing(value) && !member.always ? [] : [[member.name, value] as const];
    });
    return Object.fromEntries(made);
  }

  #value(member: MadeUpMember, surroundings: SpotSurroundings): EventValue {
    const { definition } = this.#making;
    const { path, field, below } = member;
    const { random } = surroundings.scene;
    if (field?.nullable === true && !this.#told.has(path) && random.chance(nullShare)) return null;
    if (path === definition.items) return this.#items(member);
    const isScalar = field !== null && field.type !== "object" && field.type !== "list";
    if (below.size > 0 && !isScalar)
      return field?.type === "list"
        ? this.#list(member, surroundings)
        : this.members(member, surroundings);
    const subject = definition.subject?.paths[0] === path ? subjectKind(definition.subject) : null;
    return memberValue({ member, subject, told: this.#told.get(path) ?? null, surroundings });
  }

  #items(member: MadeUpMember): EventValue {
    const items = this.#scenes.map((scene) => this.members(member, atTop(scene)));
    const [first, ...others] = items;
    return others.length === 0 && first !== undefined ? first : items;
  }

  #list(member: MadeUpMember, surroundings: SpotSurroundings): EventValue {
    const [least, most] = member.field?.count ?? [null, null];
    const fewest = Math.max(1, least ?? 1);
    const few = Math.max(fewest, Math.min(fewItems, most ?? fewItems));
    const count = surroundings.scene.random.whole(fewest, few);
    return Array.from({ length: count }, (_, index) =>
      this.members(member, { ...surroundings, index, count, meter: index }),
    );
  }
}

/**
 * What a made-up message is about: the first kind, which is `mpan` where a definition does not say, unless
 * the definition has a kind of its own for all others.
 */
function subjectKind({
  kind,
  otherwise,
}: NonNullable<JsonEventDefinition["subject"]>): SubjectKind {
  return kind === "mpan" && otherwise !== "mprn" ? otherwise : kind;
}

function isNothing(value: EventValue): boolean {
  return (
    value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}

/** What the members say that the envelope is taken from, by path; the parties are the same in all events of a file. */
function toldIn(
  { definition, occasion, live, seed }: Making,
  scene: Scene,
  chosen: Chosen,
): Map<JsonPath, string> {
  const { discriminator, versionFrom, identity, created, testFlag, from, to } = definition;
  const told = new Map<JsonPath, string>();
  const formOf = (path: JsonPath) => definition.fields.find((field) => field.path === path);
  const tell = (path: JsonPath | null, text: string, random = new Random(`${seed}/${path}`)) => {
    const form = path === null ? undefined : formOf(path);
    if (path !== null) told.set(path, form === undefined ? text : fitText(text, form, random));
  };
  const tellListed = (path: JsonPath | null, text: string) => {
    const known = (path === null ? null : formOf(path)?.codes) ?? [text];
    // No test is to pass for live data, whatever there is to choose from.
    const codes = live ? known : known.filter((code) => code !== liveFlagOf(definition));
    const other = codes[occasion.firstNumber % codes.length] ?? text;
    tell(path, codes.includes(text) ? text : other);
  };
  tellListed(firstPath(to.role), occasion.to.role);
  tellListed(firstPath(to.participant), occasion.to.participant);
  tellListed(firstPath(from.role), occasion.from.role);
  tellListed(firstPath(from.participant), occasion.from.participant);
  tellListed(firstPath(testFlag), live ? liveFlagOf(definition) : "TR01");
  tell(firstPath(created), inLayout(occasion.created, "iso"));
  tell(firstPath(identity), uuid({ surroundings: atTop(scene) }), scene.random);
  tell(firstPath(versionFrom), definition.version);
  tell(discriminator.path, scene.random.pick(discriminator.values));
  for (const [path, value] of chosen) told.set(path, value);
  return told;
}
