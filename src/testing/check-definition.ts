import type { Verdict } from "../core/define/condition.ts";
import { compareEvents, type EventRecord } from "../core/event/event.ts";
import { type Built, built, foldOn } from "../core/process/build.ts";
import { Planner } from "../core/process/plan.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { impurity } from "../core/text/state-text.ts";
import { DefinitionFault, difference } from "./definition-fault.ts";

/** How thorough the check is. */
export interface CheckOptions {
  /** So many other orders of arrival are tried. Default 20. */
  readonly arrivals?: number;
  /** Where the choice of orders begins: the same number, the same orders. Default 1. */
  readonly seed?: number;
}

/** All that a build comes to. */
interface Outcome extends Built<unknown> {
  /** What each condition said, by event and action. */
  readonly verdicts: Readonly<Record<string, readonly Verdict[]>>;
}

/** Long enough for a clock that a fold reads to show another time. */
const clockTickMs = 3;

/**
 * Checks that a definition is what builds rely on, with the events of one process: that building twice gives
 * the same, that the order of arrival does not matter, that building on gives what building from the start
 * does, that the state is plain JSON, and that nothing given to the definition is changed. Throws
 * `DefinitionFault`, which says what differs and where.
 */
export function checkDefinition(
  definition: ProcessDefinition,
  key: string,
  events: readonly EventRecord[],
  { arrivals = 20, seed = 1 }: CheckOptions = {},
): void {
  const fault = (what: string) => new DefinitionFault(definition.type, what);
  const refuse = (one: unknown, other: unknown, what: string) => {
    const place = difference(one, other, "build");
    if (place !== null) throw fault(`${what}: ${place}`);
  };
  const ordered = inFoldingOrder(events);
  const given = structuredClone(ordered);
  const begun = structuredClone(definition.begin(key));
  const once = outcomeOf(definition, key, ordered);
  const impure = impurity(once.state);
  if (impure !== null) throw fault(`has a state that is no plain JSON: ${impure}`);
  const first = structuredClone(once);

  refuse(structuredClone(ordered), given, "changes the events that it is given");
  refuse(definition.begin(key), begun, "changes what it begins with, which other processes share");
  waitATick();
  refuse(outcomeOf(definition, key, ordered), first, "builds something else the second time");

  const random = numbersFrom(seed);
  for (let tried = 0; tried < arrivals; tried += 1) {
    const arrived = shuffled(ordered, random);
    refuse(
      outcomeOf(definition, key, inFoldingOrder(renumbered(arrived)), ordered),
      first,
      "depends on the order in which events arrive",
    );
  }
  for (let at = 0; at <= ordered.length; at += 1) {
    refuse(
      builtInTwo(definition, key, ordered, at),
      first,
      `builds something else when it goes on from event ${at} of ${ordered.length}`,
    );
  }
}

/** Builds and judges from the start. Verdicts are called by the events' places, which every arrival shares. */
function outcomeOf(
  definition: ProcessDefinition,
  key: string,
  ordered: readonly EventRecord[],
  names: readonly EventRecord[] = ordered,
): Outcome {
  const planner = new Planner(definition, key, ordered, () => true);
  const state = foldOn(definition, definition.begin(key), ordered, planner);
  return { ...built(definition, state), verdicts: verdictsOf(planner, ordered, names) };
}

function builtInTwo(
  definition: ProcessDefinition,
  key: string,
  ordered: readonly EventRecord[],
  at: number,
): Outcome {
  const planner = new Planner(definition, key, ordered, () => true);
  const before = foldOn(definition, definition.begin(key), ordered.slice(0, at), planner);
  const kept: unknown = JSON.parse(JSON.stringify(before));
  const state = foldOn(definition, kept, ordered.slice(at), planner);
  return { ...built(definition, state), verdicts: verdictsOf(planner, ordered, ordered) };
}

function verdictsOf(
  { plans }: Planner<unknown>,
  ordered: readonly EventRecord[],
  names: readonly EventRecord[],
): Record<string, readonly Verdict[]> {
  const nameOf = (seq: number) => {
    const place = ordered.findIndex((event) => event.seq === seq);
    return `${names[place]?.type} ${place + 1}`;
  };
  return Object.fromEntries(
    plans.map(({ event, action, verdicts }) => [
      `${nameOf(event)}, ${action}`,
      // How things are when an event is judged depends on what came before it: that is its purpose.
      verdicts.filter(({ now }) => now !== true),
    ]),
  );
}

function inFoldingOrder(events: readonly EventRecord[]): readonly EventRecord[] {
  return events.toSorted(compareEvents);
}

/** Numbered as they arrived. Those that only their numbers distinguish keep the order that they had. */
function renumbered(arrived: readonly EventRecord[]): readonly EventRecord[] {
  const numbers = arrived.map((_, index) => index + 1);
  const alike = Map.groupBy(arrived, (event) => JSON.stringify({ ...event, ...unordered }));
  const seqs = new Map<EventRecord, number>();
  for (const group of alike.values()) {
    const places = group.map((event) => numbers[arrived.indexOf(event)] ?? 0).toSorted(byNumber);
    for (const [index, event] of group.toSorted((a, b) => a.seq - b.seq).entries())
      seqs.set(event, places[index] ?? 0);
  }
  return arrived.map((event) => ({ ...event, seq: seqs.get(event) ?? event.seq }));
}

/** What does not distinguish events of one moment. */
const unordered = { seq: 0, data: "", type: "", recordedAt: 0, message: 0, file: 0, recipient: "" };

function byNumber(a: number, b: number): number {
  return a - b;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [mixed[last], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function waitATick(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, clockTickMs);
}
