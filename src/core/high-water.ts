/** How far a store has come: neither number ever falls, since no row of the two is removed. */
export interface HighWater {
  /** The last event's number. */
  readonly events: number;
  /** The last number in the journal of what leaves. */
  readonly outgoing: number;
}

/** What a store lacks of what it once held, in words; null when it lacks nothing. */
export function missingText(known: HighWater, now: HighWater): string | null {
  const lacks: string[] = [];
  if (known.events > now.events) lacks.push(`events ${now.events + 1} to ${known.events}`);
  if (known.outgoing > now.outgoing)
    lacks.push(`outgoing files and e-mails ${now.outgoing + 1} to ${known.outgoing}`);
  if (lacks.length === 0) return null;
  return `the store is older than it last was: ${lacks.join(" and ")} are missing. Was it restored, or its -wal file deleted? See docs/guides/backup-and-restore.md before releasing anything`;
}

/** The higher of two marks, number by number. */
export function higher(one: HighWater, other: HighWater): HighWater {
  return {
    events: Math.max(one.events, other.events),
    outgoing: Math.max(one.outgoing, other.outgoing),
  };
}

/** A mark as it was read from a file that others may have written; null when it is none. */
export function highWaterOf(value: unknown): HighWater | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("events" in value) || !("outgoing" in value)) return null;
  const { events, outgoing } = value;
  if (!isCount(events) || !isCount(outgoing)) return null;
  return { events, outgoing };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
