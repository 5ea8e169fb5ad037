import type { OtherValue, Reading, ToldReading } from "./readings.ts";

/** The readings of a metering point that are known, each in one of the lists; ordered by meter, register and moment. */
export interface KnownReadings {
  /** The latest of each register of a meter. */
  readonly readings: readonly Reading[];
  /** Those before it: when the latest is withdrawn, the one before it is the latest again. */
  readonly earlierReadings: readonly Reading[];
  /** Those that did not pass validation. None of them is ever the latest. */
  readonly failedReadings: readonly Reading[];
}

/** No reading known. */
export const noReadings: KnownReadings = {
  readings: [],
  earlierReadings: [],
  failedReadings: [],
};

/**
 * Moments of each register that are kept, and of those with a failed reading as many: a state must not grow
 * for ever. When all that are kept are withdrawn, the register has no latest reading until one is told.
 */
const mostMoments = 24;

/**
 * Takes in what an event tells, in the order told. The later date and time is the later reading, not the
 * later file. Of two values for one moment the one told last is the reading, which is how one is
 * corrected, and the other is kept beside it. The same value told again is known as it was told last:
 * one that failed may pass later, and the other way round. A withdrawal takes its value of the moment
 * away; when that value was never told, all values of the moment.
 */
export function takeReadings(known: KnownReadings, told: readonly ToldReading[]): KnownReadings {
  const { readings, earlierReadings, failedReadings } = known;
  if (told.length === 0) return { readings, earlierReadings, failedReadings };
  const touched = new Touched(told);
  const before = [...earlierReadings, ...readings];
  const valid = new Moments(before.filter((one) => touched.has(one)));
  const failed = new Moments(failedReadings.filter((one) => touched.has(one)));
  for (const { reading, standing } of told) {
    if (standing === "withdrawn") withdraw(valid, failed, reading);
    else {
      const [own, other] = standing === "failed" ? [failed, valid] : [valid, failed];
      other.remove(reading);
      own.add(reading);
    }
  }
  const others = (list: readonly Reading[]) => list.filter((one) => !touched.has(one));
  const { latest, earlier } = valid.byAge();
  return {
    readings: inOrder([...others(readings), ...latest]),
    earlierReadings: inOrder([...others(earlierReadings), ...earlier]),
    failedReadings: inOrder([...others(failedReadings), ...failed.newest()]),
  };
}

function withdraw(valid: Moments, failed: Moments, reading: Reading): void {
  if (valid.remove(reading) || failed.remove(reading)) return;
  valid.removeAll(reading);
  failed.removeAll(reading);
}

/** The registers that an event tells of. */
class Touched {
  readonly #registers = new Map<string, Set<string>>();

  constructor(told: readonly ToldReading[]) {
    for (const { reading } of told) {
      const { meterId, registerId } = reading;
      const known = this.#registers.get(meterId);
      if (known === undefined) this.#registers.set(meterId, new Set([registerId]));
      else known.add(registerId);
    }
  }

  has({ meterId, registerId }: Reading): boolean {
    return this.#registers.get(meterId)?.has(registerId) === true;
  }
}

/** Readings by register and moment while an event is taken in. */
class Moments {
  readonly #values = new Map<string, Reading[]>();

  constructor(known: readonly Reading[]) {
    for (const { alsoTold = [], ...reading } of known) {
      const { meterId, registerId, readAt } = reading;
      const others = alsoTold.map((other) => ({ meterId, registerId, readAt, ...other }));
      this.#values.set(momentOf(reading), [...others, reading]);
    }
  }

  add(reading: Reading): void {
    this.remove(reading);
    const moment = momentOf(reading);
    this.#values.set(moment, [...(this.#values.get(moment) ?? []), reading]);
  }

  /** Takes the reading's value of its moment away; whether there was one. */
  remove(reading: Reading): boolean {
    const moment = momentOf(reading);
    const values = this.#values.get(moment) ?? [];
    const left = values.filter(({ value }) => !isSameValue(value, reading.value));
    if (left.length > 0) this.#values.set(moment, left);
    else this.#values.delete(moment);
    return left.length < values.length;
  }

  removeAll(reading: Reading): void {
    this.#values.delete(momentOf(reading));
  }

  /** The last moment of each register, and the ones before it that are kept. */
  byAge(): { readonly latest: Reading[]; readonly earlier: Reading[] } {
    const [latest, earlier]: [Reading[], Reading[]] = [[], []];
    for (const moments of this.#registers()) {
      latest.push(...moments.slice(-1));
      earlier.push(...moments.slice(0, -1));
    }
    return { latest, earlier };
  }

  /** The moments of each register that are kept. */
  newest(): Reading[] {
    return this.#registers().flat();
  }

  #registers(): Reading[][] {
    const all = inOrder([...this.#values.values()].flatMap(asOne));
    const registers = Map.groupBy(all, registerOf);
    return [...registers.values()].map((moments) => moments.slice(-mostMoments));
  }
}

/** The values of one moment: the one told last, with the others beside it. */
function asOne(values: readonly Reading[]): Reading[] {
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

function registerOf({ meterId, registerId }: Reading): string {
  return JSON.stringify([meterId, registerId]);
}

function momentOf({ meterId, registerId, readAt }: Reading): string {
  return JSON.stringify([meterId, registerId, readAt]);
}

function inOrder(readings: readonly Reading[]): Reading[] {
  return readings.toSorted(
    (a, b) =>
      compare(a.meterId, b.meterId) ||
      compare(a.registerId, b.registerId) ||
      compare(a.readAt, b.readAt),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
