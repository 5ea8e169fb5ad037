/** The lanes of a time line, from top to bottom. */
export const lanes = ["Files in", "Events", "People", "Actions", "Files out", "Deadlines"] as const;

/** A lane of a time line. */
export type Lane = (typeof lanes)[number];

/** Something that happened to a process, or is to happen. */
export interface Entry {
  readonly lane: Lane;
  /** Milliseconds since 1970: when it was sent or happened, and when it was known here. */
  readonly sentAt: number;
  readonly knownAt: number;
  readonly title: string;
  /** Where its page is; null where it has none. */
  readonly path: string | null;
  /** `void`: it does not count; `late`: recorded after something that was sent later; `ahead`: it is still to come. */
  readonly mark: "void" | "late" | "ahead" | "failed" | null;
  /** Of a late event, the one that it takes its place before, by its index among the entries; null otherwise. */
  readonly foldsBefore: number | null;
}

/** The two clocks of a process: when things were sent, and when they were known here. */
export const processClocks = ["sent", "known"] as const;

/** A clock of a process. */
export type ProcessClock = (typeof processClocks)[number];

/** When something was by one of the clocks. */
export function momentBy(
  clock: ProcessClock,
  { sentAt, knownAt }: Pick<Entry, "sentAt" | "knownAt">,
): number {
  return clock === "sent" ? sentAt : knownAt;
}
