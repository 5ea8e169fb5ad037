/** What of an installation was looked at. */
export const checkedAreas = [
  "program",
  "configuration",
  "clock",
  "folders",
  "space",
  "keys",
  "store",
  "channels",
  "daemon",
  "service",
] as const;

/** A part of an installation that is looked at. */
export type CheckedArea = (typeof checkedAreas)[number];

/** One thing that was looked at, and how it is. */
export interface CheckedThing {
  readonly area: CheckedArea;
  /** `bad`: something does not work, or will not; `warning`: it works, and somebody should look at it. */
  readonly outcome: "good" | "warning" | "bad";
  /** What was looked at, e.g. a folder. */
  readonly about: string;
  /** How it is, and, unless it is good, what to do. One sentence or two. */
  readonly found: string;
}

/** Makes what was found in an area. */
export function findingsIn(area: CheckedArea) {
  const of = (outcome: CheckedThing["outcome"]) => (about: string, found: string) => ({
    area,
    outcome,
    about,
    found,
  });
  return { good: of("good"), warning: of("warning"), bad: of("bad") };
}
