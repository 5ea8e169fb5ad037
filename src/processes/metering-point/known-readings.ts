import type { MeterReading, OtherValue, ToldReading } from "./readings.ts";

/** The readings of a metering point that are known, each in one of the lists; ordered by meter, register and moment. */
export interface KnownReadings {
  /** The latest of each register of a meter. */
  readonly readings: MeterReading[];
  /** Readings before the latest of their register: when that is withdrawn, the one before it is the latest again. */
  readonly earlierReadings: MeterReading[];
  /** Readings that did not pass validation; none of them is ever the latest. */
  readonly failedReadings: MeterReading[];
}

/** No reading known: lists of its own for each process, since events are taken into them. */
export function noReadings(): KnownReadings {
  return { readings: [], earlierReadings: [], failedReadings: [] };
}

/**
 * Moments of each register that are kept, and of those with a failed reading as many: a state must not grow
 * for ever. When all that are kept are withdrawn, the register has no latest reading until one is reported.
 */
const mostMoments = 24;

/**
 * Takes what an event tells into the lists, in the order reported. The later date and time is the later
 * reading, not the later file. Of two values for one moment the one reported last is the reading, which is how
 * one is corrected, and the other is kept beside it. The same value reported again is known as it was reported
 * last: one that failed may pass later, and the other way round. A withdrawal takes its value of the moment
 * away; when that value was never reported, all values of the moment.
 *
 * Looks at the registers named and at no others: a metering point may have thousands, each of them named
 * by an event of its own.
 */
export function takeReadings(known: KnownReadings, told: readonly ToldReading[]): void {
  const registers = Map.groupBy(told, ({ reading }) => registerOf(reading));
  for (const ofRegister of registers.values()) takeRegister(known, ofRegister);
}

/** Takes readings that are all of one register. */
function takeRegister(known: KnownReadings, told: readonly ToldReading[]): void {
  const [first] = told;
  if (first === undefined) return;
  const latestPart = partOf(known.readings, first.reading);
  const earlierPart = partOf(known.earlierReadings, first.reading);
  const failedPart = partOf(known.failedReadings, first.reading);
  const valid = new Moments([...readingsOf(earlierPart), ...readingsOf(latestPart)]);
  const failed = new Moments(readingsOf(failedPart));
  for (const { reading, standing } of told) {
    if (standing === "withdrawn") withdraw(valid, failed, reading);
    else {
      const [own, other] = standing === "failed" ? [failed, valid] : [valid, failed];
      other.remove(reading);
      own.add(reading);
    }
  }
  const kept = valid.newest();
  replace(latestPart, kept.slice(-1));
  replace(earlierPart, kept.slice(0, -1));
  replace(failedPart, failed.newest());
}

function withdraw(valid: Moments, failed: Moments, reading: MeterReading): void {
  if (valid.remove(reading) || failed.remove(reading)) return;
  valid.removeAll(reading);
  failed.removeAll(reading);
}

/** Where the readings of one register are in a list. */
interface Part {
  readonly list: MeterReading[];
  readonly from: number;
  readonly to: number;
}

/** Found by halving the list, since lists are in order. */
function partOf(list: MeterReading[], register: MeterReading): Part {
  let from = 0;
  for (let end = list.length; from < end; ) {
    const middle = (from + end) >>> 1;
    const one = list[middle];
    if (one !== undefined && compareRegister(one, register) < 0) from = middle + 1;
    else end = middle;
  }
  let to = from;
  for (let one = list[to]; one !== undefined; one = list[to]) {
    if (compareRegister(one, register) !== 0) break;
    to += 1;
  }
  return { list, from, to };
}

function readingsOf({ list, from, to }: Part): MeterReading[] {
  return list.slice(from, to);
}

function replace({ list, from, to }: Part, readings: readonly MeterReading[]): void {
  if (readings.length > 0 || to > from) list.splice(from, to - from, ...readings);
}

/** The readings of one register, by moment, while an event is taken in. */
class Moments {
  readonly #values = new Map<string, MeterReading[]>();

  constructor(known: readonly MeterReading[]) {
    for (const { alsoTold = [], ...reading } of known) {
      const { meterId, registerId, readAt } = reading;
      const others = alsoTold.map((other) => ({ meterId, registerId, readAt, ...other }));
      this.#values.set(readAt, [...others, reading]);
    }
  }

  add(reading: MeterReading): void {
    this.remove(reading);
    const { readAt } = reading;
    this.#values.set(readAt, [...(this.#values.get(readAt) ?? []), reading]);
  }

  /** Takes the reading's value of its moment away; whether there was one. */
  remove({ readAt, value }: MeterReading): boolean {
    const values = this.#values.get(readAt) ?? [];
    const left = values.filter((one) => !isSameValue(one.value, value));
    if (left.length > 0) this.#values.set(readAt, left);
    else this.#values.delete(readAt);
    return left.length < values.length;
  }

  removeAll({ readAt }: MeterReading): void {
    this.#values.delete(readAt);
  }

  /** The last moments, as many as are kept, in order. */
  newest(): MeterReading[] {
    const moments = [...this.#values.values()].flatMap(asOne);
    return moments.sort((a, b) => compare(a.readAt, b.readAt)).slice(-mostMoments);
  }
}

/** The values of one moment: the one reported last, with the others beside it. */
function asOne(values: readonly MeterReading[]): MeterReading[] {
  const last = values.at(-1);
  if (last === undefined) return [];
  const others = values
    .slice(0, -1)
    .map(({ value, type, flow, from }): OtherValue => ({ value, type, flow, from }));
  return [others.length === 0 ? last : { ...last, alsoTold: others }];
}

/** `10267` and `010267.0` are one value. */
function isSameValue(a: string, b: string): boolean {
  return a === b || Number(a) === Number(b);
}

function registerOf({ meterId, registerId }: MeterReading): string {
  return JSON.stringify([meterId, registerId]);
}

function compareRegister(a: MeterReading, b: MeterReading): number {
  return compare(a.meterId, b.meterId) || compare(a.registerId, b.registerId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
