import { type AddresseeRule, isForOthers } from "../../core/file/addressee.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import type { Problem } from "../../core/file/problem.ts";
import { printable } from "../../formats/printable.ts";
import { problem } from "../../formats/problem-log.ts";

/** What an installation makes of a file that is addressed to somebody else: an error where it has to be released. */
export function addresseeProblem(
  { to }: Envelope,
  rule: AddresseeRule,
  recipients: readonly string[] = [],
): Problem | null {
  if (!isForOthers(rule, to, recipients)) return null;
  const { role, participant } = to;
  const named = [role, participant].filter((part) => part !== null).join(" ");
  const mustBeReleased = rule.notForUs === "await-release";
  const so = mustBeReleased
    ? "its messages become events only once a person has released the file"
    : "it is taken all the same";
  const found = problem(
    "NOT_FOR_US",
    { line: 1, field: "toParticipant", value: participant },
    `The file is addressed to ${printable(named)}, and busbar.yaml says that we are ${rule.ours.join(", ")}: ${so}. Tell the sender, or add it to \`participants\` if it is for us (a DIP id to \`dipIds\`).`,
  );
  return mustBeReleased ? { ...found, severity: "error" } : found;
}
