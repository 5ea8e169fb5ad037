import type { PlannedSwitch } from "../plan/switches.ts";
import type { PartyEntry } from "../post/ledger.ts";
import { type InstallationAccount, type SwitchStory, storiesOf } from "./account.ts";
import { type Complaint, filesOf } from "./complaint.ts";
import {
  agentsToldOnce,
  finalBill,
  lostWhenKept,
  newSupplierToldOnce,
  objectionByTheRules,
} from "./losing-rules.ts";
import { platformTold, refusalsSeen } from "./platform-rules.ts";
import {
  lapseNeedsNothing,
  lateReading,
  noAgentsInHalfHours,
  oneCustomerDetails,
  pendingBeforeAppointment,
  readingSettled,
  type SwitchRule,
  securedTwice,
  securedWhenEnded,
  terminationWhenEnded,
} from "./rules.ts";
import { accountedFor } from "./where-it-stands.ts";

const ofEachGain: readonly SwitchRule[] = [
  accountedFor,
  pendingBeforeAppointment,
  noAgentsInHalfHours,
  terminationWhenEnded,
  lapseNeedsNothing,
  oneCustomerDetails,
  lateReading,
  readingSettled,
  securedTwice,
  securedWhenEnded,
  refusalsSeen,
];

const ofEachLoss: readonly SwitchRule[] = [
  accountedFor,
  objectionByTheRules,
  agentsToldOnce,
  newSupplierToldOnce,
  finalBill,
  securedTwice,
  lostWhenKept,
];

/** What the oracle found. */
export interface MarketJudgement {
  readonly complaints: readonly Complaint[];
  readonly stories: readonly SwitchStory[];
}

/** Compares what the parties noted with what the installation says of itself. */
export function judge(
  switches: readonly PlannedSwitch[],
  ledger: readonly PartyEntry[],
  account: InstallationAccount,
): MarketJudgement {
  const stories = storiesOf(switches, withFilesAsTaken(ledger, account), account);
  const complaints = stories.flatMap((story) =>
    (story.plan.leaving === null ? ofEachGain : ofEachLoss).flatMap((rule) => rule(story)),
  );
  const ofAll = [...ofFiles(ledger, account), ...platformTold(ledger, account)];
  return { stories, complaints: [...complaints, ...ofAll] };
}

/** What a person has to decide about first has not arrived: a file that is in conflict with one that was damaged, say. */
function withFilesAsTaken(
  ledger: readonly PartyEntry[],
  { files }: InstallationAccount,
): readonly PartyEntry[] {
  const undecided = new Set(
    files.flatMap(({ name, state }) => (state === "conflict" || state === "rejected" ? name : [])),
  );
  return ledger.map((entry) =>
    entry.way === "sent" && entry.file !== null && undecided.has(entry.file)
      ? { ...entry, fate: "damaged" }
      : entry,
  );
}

/** Every file that was put down is in the installation's list, and everything that it promised has left. */
function ofFiles(ledger: readonly PartyEntry[], account: InstallationAccount): Complaint[] {
  const known = new Set(account.files.map(({ name }) => name));
  const unknown = ledger.filter(
    ({ way, file }) => way === "sent" && file !== null && !known.has(file),
  );
  const missing = filesOf(unknown).map(
    (file): Complaint => ({
      rule: "files-accounted-for",
      switch: null,
      text: `${file} was put down, and the installation does not know it`,
      files: [file],
    }),
  );
  const unsent = account.leaving.map(
    (text): Complaint => ({
      rule: "nothing-unsent",
      switch: null,
      text,
      files: [],
    }),
  );
  return [...missing, ...unsent];
}
