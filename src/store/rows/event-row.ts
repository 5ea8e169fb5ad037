import type { EventRecord } from "../../core/event/event.ts";
import type { WantedEvents } from "./wanted-events.ts";

/** What of events a filter asks for, and between which numbers, as the parameters of statements. */
export interface WantedEventRows extends WantedEvents {
  readonly after: number;
  readonly before: number;
  readonly type: string | null;
  readonly processType: string | null;
}

type Flags = "void" | "history" | "amended";

/** A row of events, with its flags as numbers. */
export type StoredEventRow = Omit<EventRecord, Flags> & Record<Flags, 0 | 1>;

/** The event that a row says: flags that are not set are left out. */
export function eventRecord({
  void: isVoid,
  history,
  amended,
  ...row
}: StoredEventRow): EventRecord {
  const flags: { void?: true; history?: true; amended?: true } = {};
  if (isVoid === 1) flags.void = true;
  if (history === 1) flags.history = true;
  if (amended === 1) flags.amended = true;
  return { ...row, ...flags };
}
