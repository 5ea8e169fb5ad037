/** A fact on a process, in the past tense, as the store knows it. */
export interface EventRecord {
  /** Recording number: grows, never reused. */
  readonly seq: number;
  /** e.g. `D0010_RECEIVED`. */
  readonly type: string;
  readonly processType: string;
  /** Key of the process it is a fact on, e.g. an MPAN core. */
  readonly key: string;
  /** Milliseconds since 1970: when it was sent, and when we recorded it. */
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly schemaVersion: number;
  /** JSON text: the message's data by reference, or the event's own. */
  readonly data: string;
  /** The file and message that brought it; null for an event that no message brought. */
  readonly file: number | null;
  readonly message: number | null;
  /**
   * Who sent it and in which file, for events that a message brought: they order events of the same
   * instant. A party is its role letter and participant id, e.g. `D:UDMS`.
   */
  readonly sender: string | null;
  /** Whom it was sent to, in the same shape: a fold needs it to know who was appointed, say. */
  readonly recipient: string | null;
  readonly flow: string | null;
  readonly fileIdentifier: string | null;
  readonly line: number | null;
  /** True when a person voided it; folds leave it out. Absent otherwise. */
  readonly void?: boolean;
  /** True when it was taken in as history: it is folded, and nothing is done because of it. */
  readonly history?: boolean;
  /** True when its data was corrected, or read again to other data; `data` is the newest. */
  readonly amended?: boolean;
}

/** An event as a fold sees it: the stored record with its data parsed and of today's schema version. */
export interface FoldedEvent extends Omit<EventRecord, "data"> {
  readonly data: unknown;
}

/** What the folding order looks at. */
export type FoldOrder = Pick<
  EventRecord,
  "occurredAt" | "sender" | "flow" | "fileIdentifier" | "line" | "seq"
>;

/**
 * The order in which events fold: by when they were sent, then by sender, flow, file identifier and
 * line, last by recording number. It depends on what was sent alone, so any order of arrival folds the same.
 */
export function compareEvents(a: FoldOrder, b: FoldOrder): number {
  return (
    a.occurredAt - b.occurredAt ||
    compareText(a.sender, b.sender) ||
    compareText(a.flow, b.flow) ||
    compareText(a.fileIdentifier, b.fileIdentifier) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    a.seq - b.seq
  );
}

function compareText(a: string | null, b: string | null): number {
  const left = a ?? "";
  const right = b ?? "";
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Where an event is in folding order, as text to keep. */
export function foldPlace(event: FoldOrder): string {
  const { occurredAt, sender, flow, fileIdentifier, line, seq } = event;
  return JSON.stringify({ occurredAt, sender, flow, fileIdentifier, line, seq });
}

/** Whether the event surely folds after the place: not when the place's text is damaged. */
export function foldsAfter(event: FoldOrder, place: string): boolean {
  try {
    return compareEvents(event, JSON.parse(place) as FoldOrder) > 0;
  } catch {
    return false;
  }
}

/** When the event of a place occurred, in milliseconds since 1970. */
export function occurredAt(place: string): number {
  return (JSON.parse(place) as FoldOrder).occurredAt;
}
