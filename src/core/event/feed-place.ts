/** A place in the order of all that happened: behind an event, and behind a revision made before the next event. */
export interface FeedPlace {
  /** Recording number of the event; 0 before the first. */
  readonly event: number;
  /** Number of the revision; 0 where none has followed the event. */
  readonly revision: number;
}

/** A place as readers keep it, e.g. `12.0`. */
export function placeText({ event, revision }: FeedPlace): string {
  return `${event}.${revision}`;
}

/** The place that a reader kept; null when it is none. */
export function placeFrom(text: string): FeedPlace | null {
  const [, event, revision] = /^(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  if (event === undefined || revision === undefined) return null;
  return { event: Number(event), revision: Number(revision) };
}
