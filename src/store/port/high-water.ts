/** How far a store has come: no number ever falls, since no row of these is removed. */
export interface HighWater {
  /** The last event's number. */
  readonly events: number;
  /** The last number of an outbound file. */
  readonly outgoing: number;
  /** The last number given to a file that leaves, by what its numbers run on for. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A store that has nothing. */
export const lowWater: HighWater = { events: 0, outgoing: 0, numbers: new Map() };

/** Series named in one text: more are in `busbar verify`'s next one, once these are settled. */
const mostSeries = 20;

/** The numbers that a store once gave to files that leave and would give again: the last one of each series. */
export function spentNumbers(
  known: HighWater,
  now: HighWater,
): readonly (readonly [series: string, last: number])[] {
  return [...known.numbers].filter(([series, last]) => last > (now.numbers.get(series) ?? 0));
}

/**
 * What a store lacks of what it once had, in words; null when it lacks nothing. `sayNumbers` says which numbers of
 * a series are moved on, so that they go on from one.
 */
export function missingText(
  known: HighWater,
  now: HighWater,
  sayNumbers: (series: string, next: number) => string,
): string | null {
  const lacks: string[] = [];
  if (known.events > now.events) lacks.push(`events ${now.events + 1} to ${known.events}`);
  if (known.outgoing > now.outgoing)
    lacks.push(`outbound files and e-mails ${now.outgoing + 1} to ${known.outgoing}`);
  const given = spentNumbers(known, now);
  if (lacks.length === 0 && given.length === 0) return null;
  const what = lacks.length === 0 ? "numbers of outbound files" : lacks.join(" and ");
  const numbered = given.slice(0, mostSeries).map(([series, last]) => sayNumbers(series, last + 1));
  const more = given.length > mostSeries ? ` and ${given.length - mostSeries} more` : "";
  const numbers =
    given.length === 0
      ? ""
      : `. A daemon moves the numbers on as it starts, so that none is given twice: ${numbered.join("; ")}${more}`;
  return `the store is older than it last was: ${what} are missing. Was it restored, or its -wal file deleted? See docs/guides/backup-and-restore.md before releasing anything${numbers}`;
}

/** The higher of two marks, number by number. */
export function higher(one: HighWater, other: HighWater): HighWater {
  const numbers = new Map(one.numbers);
  for (const [series, last] of other.numbers)
    numbers.set(series, Math.max(last, numbers.get(series) ?? 0));
  return {
    events: Math.max(one.events, other.events),
    outgoing: Math.max(one.outgoing, other.outgoing),
    numbers,
  };
}

/** A mark as it is written into a file. */
export interface WrittenHighWater extends Omit<HighWater, "numbers"> {
  readonly numbers: readonly (readonly [series: string, last: number])[];
}

/** The mark as it is written into a file. */
export function highWaterJson({ events, outgoing, numbers }: HighWater): WrittenHighWater {
  return { events, outgoing, numbers: [...numbers] };
}

/** A mark as it was read from a file that others may have written; null when it is none. */
export function highWaterOf(value: unknown): HighWater | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("events" in value) || !("outgoing" in value)) return null;
  const { events, outgoing } = value;
  if (!isCount(events) || !isCount(outgoing)) return null;
  const given: unknown = "numbers" in value ? value.numbers : [];
  const numbers = new Map(Array.isArray(given) ? given.filter(isSeries) : []);
  return { events, outgoing, numbers };
}

function isSeries(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === "string" && isCount(value[1]);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
