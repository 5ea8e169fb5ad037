import { processOf } from "../plan/switches.ts";
import type { PartyEntry } from "../post/ledger.ts";
import { answerFlow, platform } from "../post/platform-answer.ts";
import { verdictFlow } from "../post/platform-verdicts.ts";
import { hasArrived, type InstallationAccount, type SwitchStory } from "./account.ts";
import { type Complaint, filesOf } from "./complaint.ts";

/**
 * What is said of a file of half-hourly messages that was taken is said once: 201 where all in it are taken, 207
 * where one is bad. A message that came before may be refused, so that nothing is asked of files that bring one late
 * or again, or after one that was damaged and may still have been read; nor of those that nothing was said of: the market's clock may go on by days before anybody is notified, and
 * what is a day late is sent no more.
 */
export function platformTold(
  ledger: readonly PartyEntry[],
  { files }: InstallationAccount,
): Complaint[] {
  const taken = new Set(files.flatMap(({ name, state }) => (state === "recorded" ? name : [])));
  const answers = Map.groupBy(
    ledger.filter(({ party, flow }) => party === platform && flow === answerFlow),
    ({ says }) => says.slice(says.indexOf(" ") + 1),
  );
  const sent = Map.groupBy(
    ledger.filter(
      ({ way, flow, file }) => way === "sent" && flow.startsWith("IF-") && file !== null,
    ),
    ({ file }) => file ?? "",
  );
  const damaged = new Set(
    [...sent.values()].flat().flatMap((one) => (one.fate === "damaged" ? wordOf(one) : [])),
  );
  return [...sent].flatMap(([file, entries]) => {
    const expected = statusOf(entries);
    if (expected === null || !taken.has(file)) return [];
    if (entries.some((one) => damaged.has(wordOf(one)))) return [];
    const told = (answers.get(file) ?? []).map(({ says }) => says.split(" ")[0]);
    if (told.length === 0 || (told.length === 1 && told[0] === expected)) return [];
    const text = `${file} is to be answered by ${expected}, and was by ${told.join(", ")}`;
    return [{ rule: "platform-told", switch: null, text, files: [file] }];
  });
}

/** What is said, whichever file says it. */
function wordOf({ party, flow, about, says, registration }: PartyEntry): string {
  return [party, flow, about, says, registration].join(" ");
}

/** What the answer to a file is; null where that depends on what came before. */
function statusOf(entries: readonly PartyEntry[]): string | null {
  const fates = new Set(entries.map(({ fate }) => fate));
  if (["late", "repeated", "damaged"].some((fate) => fates.has(fate as PartyEntry["fate"])))
    return null;
  return fates.has("bad") ? "207" : "201";
}

/** What the platform refused of ours, nobody has had: people see it, or it went out once more. */
export function refusalsSeen({ plan, told, said, process, stuck }: SwitchStory): Complaint[] {
  const answers = told.filter(
    (entry) => entry.flow === verdictFlow && entry.says.startsWith("refused") && hasArrived(entry),
  );
  const isOver = told.some(
    ({ flow, says }) => flow === "CSS-STATUS" && /^(Cancelled|Withdrawn|Annulled)$/.test(says),
  );
  const isSeen =
    stuck.some(({ reason }) => reason.includes("The platform refused")) ||
    (process?.status ?? "").includes("refused by the platform");
  if (isOver || isSeen) return [];
  return answers.flatMap((answer) => {
    const flow = answer.says.replace("refused ", "");
    if (said.some((one) => one.flow === flow && one.at >= answer.at)) return [];
    const text = `the platform refused ${flow} at ${answer.at}, and nothing says so`;
    const files = filesOf([answer]);
    return [{ rule: "refusals-seen", switch: processOf(plan).key, text, files }];
  });
}
