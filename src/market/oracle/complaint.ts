import type { PartyEntry } from "../post/ledger.ts";

/** What a switch must hold to, whatever goes wrong around it. */
export const marketRules = {
  "accounted-for":
    "every switch has a process, and it is where the switching service last said, or stuck with a reason",
  "files-accounted-for": "every file that was put down is known to the installation",
  "nothing-unsent": "nothing that the installation promised is left unsent",
  "platform-told":
    "what is said of a file of half-hourly messages is said once: 201 where all are taken, 207 where one is bad",
  "refusals-seen":
    "what the platform said that it refused of ours is stuck in words, or was sent again, or the switch is over",
  "pending-before-appointment": "no agent is appointed by D0155 before the switch is pending",
  "no-agents-in-half-hours":
    "no agent is appointed by flows where the point is in half-hourly settlement, nor a service where it is not",
  "termination-when-ended":
    "every D0155 that was accepted for a switch that ended has a D0151 with the reason OB",
  "lapse-needs-nothing":
    "where accepted services lapse with the switch, nothing more is sent about them",
  "one-customer-details": "each agent of a switch gets the customer's details, D0302, once",
  "late-reading": "a late D0086 changes the reading, never that the point is supplied",
  "reading-settled":
    "a switch whose opening reading came, or half-hourly data in its place, does not wait for one",
  "secured-twice": "the secured notice that comes twice changes nothing: nothing is sent twice",
  "objection-by-the-rules":
    "we object to a loss where a ground that the rules allow is known in time, and only then",
  "agents-told-once":
    "each agent of a supply that is lost gets D0151 with the reason LC, once; none where the supply is kept or in half-hourly settlement",
  "new-supplier-told-once": "the new supplier gets D0311 once, and only when the supply is lost",
  "final-bill":
    "the last row for the final bill has the best closing reading that came, and none where the supply is kept",
  "secured-when-ended": "a secured notice for a switch that ended is stuck, and says so",
} as const;

/** The name of a rule. */
export type RuleName = keyof typeof marketRules;

/** That a switch breaks a rule. */
export interface Complaint {
  readonly rule: RuleName;
  /** The metering point and the first day of supply; null where no one switch is meant. */
  readonly switch: string | null;
  readonly text: string;
  /** The files that show it. */
  readonly files: readonly string[];
}

/** The names of the files of some entries, each once. */
export function filesOf(entries: readonly PartyEntry[]): string[] {
  return [...new Set(entries.flatMap(({ file }) => file ?? []))];
}
