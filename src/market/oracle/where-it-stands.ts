import { processOf } from "../plan/switches.ts";
import type { PartyEntry } from "../post/ledger.ts";
import { hasArrived, type SwitchStory } from "./account.ts";
import { type Complaint, filesOf } from "./complaint.ts";
import type { SwitchRule } from "./rules.ts";

/** What the switching service says of a switch, and which statuses of a process agree with it. */
const agreeing: Readonly<Record<string, RegExp>> = {
  Rejected: /^rejected/i,
  Cancelled: /^(objected|cancelled)/i,
  Withdrawn: /^withdrawn/i,
  Annulled: /^annulled/i,
  SecuredActive: /^(secured|active)/i,
  Active: /^(active|supplied)/i,
};

/** What it says of a switch away from us, and which statuses of a loss agree with it. */
const agreeingInLoss: Readonly<Record<string, RegExp>> = {
  Cancelled: /^kept, objection upheld/,
  Withdrawn: /^kept, withdrawn/,
  Annulled: /^kept, annulled/,
  SecuredInactive: /^lost/,
  Inactive: /^lost/,
};

/** From the weakest to the strongest: a later word counts though it comes first. */
const strength = [
  ...["Rejected", "SecuredActive", "Active", "SecuredInactive", "Inactive"],
  ...["Cancelled", "Withdrawn", "Annulled"],
];

/** The strongest thing that was reported to the installation about a switch; undefined when nothing decided it. */
export function lastWord({ told }: SwitchStory): PartyEntry | undefined {
  const decided = told.filter(
    (entry) => entry.flow.startsWith("CSS") && strength.includes(entry.says) && hasArrived(entry),
  );
  return decided.toSorted((a, b) => strength.indexOf(b.says) - strength.indexOf(a.says))[0];
}

/** Every switch is where it was last reported to be, or a person can see why it is not. */
export const accountedFor: SwitchRule = (story) => {
  const { plan, process, stuck, told } = story;
  const complain = (text: string, entries: readonly PartyEntry[]): Complaint => ({
    rule: "accounted-for",
    switch: processOf(plan).key,
    text,
    files: filesOf(entries),
  });
  const asked = told.filter(({ flow }) => flow === "SWITCHREQ" || flow === "CONTRACTS");
  // Of a loss that nobody reported there is nothing to know.
  if (process === null && plan.leaving !== null && !isTold(story)) return [];
  if (process === null)
    return stuck.length > 0
      ? []
      : [complain("there is no process of it, and nothing stuck", asked)];
  const { status } = process;
  if (status === null)
    return stuck.length > 0 ? [] : [complain("it cannot be built, and nothing is stuck", asked)];
  const word = lastWord(story);
  if (stuck.length > 0) return [];
  // What a loss waits for is said in its status.
  if (plan.leaving !== null && /overdue/.test(status)) return [];
  if (word === undefined)
    return [complain(`it is "${status}", nobody decided it, and nothing is stuck`, asked)];
  const agreed = plan.leaving === null ? agreeing : agreeingInLoss;
  if (agreed[word.says]?.test(status) === true) return [];
  return [complain(`it is "${status}", and the switching service said ${word.says}`, [word])];
};

/** Whether anything that opens a loss arrived. */
function isTold({ told }: SwitchStory): boolean {
  return told.some(
    (entry) => (entry.party === "CSS" || entry.flow === "IF-037") && hasArrived(entry),
  );
}
