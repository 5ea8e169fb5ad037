import { processOf } from "../plan/switches.ts";
import type { PartyEntry } from "../post/ledger.ts";
import { hasArrived, type SwitchStory } from "./account.ts";
import { type Complaint, filesOf, type RuleName } from "./complaint.ts";

/** Judges one switch. */
export type SwitchRule = (story: SwitchStory) => readonly Complaint[];

/** How a switch may end before it begins, as the switching service says it. */
const ends: ReadonlySet<string> = new Set(["Cancelled", "Withdrawn", "Annulled"]);

/** Flows that appoint agents. */
const appointing: ReadonlySet<string> = new Set(["D0155", "D0153", "D0148"]);

/** What is sent once to one recipient about one switch. */
const sentOnce: ReadonlySet<string> = new Set([
  "CSS01800",
  "D0155",
  "D0153",
  "D0151",
  "D0302",
  "D0131",
  "D0225",
  "D0052",
  "D0205",
  "IF-031",
  "D0311",
  "CSS-OBJECT",
  "CSS-ANNUL",
]);

function complain(
  { plan }: SwitchStory,
  rule: RuleName,
  text: string,
  entries: readonly PartyEntry[],
): Complaint {
  return { rule, switch: processOf(plan).key, text, files: filesOf(entries) };
}

/** No agent is appointed before the switching service said that the switch is pending. */
export const pendingBeforeAppointment: SwitchRule = (story) => {
  const [first] = story.said.filter(({ flow }) => flow === "D0155");
  if (first === undefined) return [];
  const pending = story.told.filter((entry) => entry.says === "Pending" && hasArrived(entry));
  if (pending.some(({ at }) => at <= first.at)) return [];
  // A later notice says that it has been pending.
  const later = story.told.filter((entry) => isLaterState(entry) && hasArrived(entry));
  if (later.some(({ at }) => at <= first.at)) return [];
  const text = `D0155 went to ${first.party} at ${first.at}, before it was known to be pending`;
  return [complain(story, "pending-before-appointment", text, [first, ...pending])];
};

function isLaterState({ says }: PartyEntry): boolean {
  return says === "Confirmed" || says === "SecuredActive" || says === "Active";
}

/** So long a moment of the market lasts at most, in milliseconds: the next is an hour later. */
const momentMs = 60_000;

/** Each path has its own messages. */
export const noAgentsInHalfHours: SwitchRule = (story) => {
  // Where the point moves in with the switch, agents are right until that is known, and in the moment itself:
  // then both messages may have been on their way. What people ask for moves its clock on by milliseconds.
  const known = halfHoursKnown(story)?.at;
  const knownAt = known === undefined ? Number.POSITIVE_INFINITY : Date.parse(known);
  const rightUntil = story.plan.moves === "in" ? knownAt + momentMs : 0;
  const isWrong = ({ flow, at }: PartyEntry) =>
    story.plan.path === "mhhs"
      ? appointing.has(flow) && Date.parse(at) > rightUntil
      : flow === "IF-031";
  const wrong = story.said.filter(isWrong);
  const [first] = wrong;
  if (first === undefined) return [];
  const where = story.plan.path === "mhhs" ? "is" : "is not";
  const text = `${first.flow} went to ${first.party}, and the point ${where} in half-hourly settlement`;
  return [complain(story, "no-agents-in-half-hours", text, wrong)];
};

/** The message by which the point is known to be in half-hourly settlement. */
function halfHoursKnown({ told }: SwitchStory): PartyEntry | undefined {
  return told.find((entry) => entry.flow === "IF-002" && hasArrived(entry));
}

/** The end of a switch that was reported to the installation; undefined when none was. */
function endOf({ told }: SwitchStory): PartyEntry | undefined {
  return told.find(
    (entry) => entry.flow === "CSS-STATUS" && ends.has(entry.says) && hasArrived(entry),
  );
}

/** Agents that accepted are notified that there is nothing to do. */
export const terminationWhenEnded: SwitchRule = (story) => {
  const moved = story.plan.moves === "in" ? halfHoursKnown(story) : undefined;
  const end = endOf(story) ?? moved;
  if (end === undefined) return [];
  return story.told
    .filter((entry) => entry.flow === "D0011" && hasArrived(entry))
    .filter(({ party }, at, all) => all.findIndex((one) => one.party === party) === at)
    .flatMap((accepted) => {
      const { party } = accepted;
      const ended = story.said.filter((one) => one.flow === "D0151" && one.party === party);
      if (ended.some(({ says }) => says === "OB" || (moved !== undefined && says === "CA")))
        return [];
      const text = `${party} accepted, ${end.flow} (${end.says}) ended that, and no D0151 with OB followed`;
      return [complain(story, "termination-when-ended", text, [accepted, end, ...ended])];
    });
};

/** Services that accepted lapse automatically. */
export const lapseNeedsNothing: SwitchRule = (story) => {
  const lapsed = story.told.filter(
    (entry) => entry.flow === "IF-035" && entry.says.includes("Lapsed") && hasArrived(entry),
  );
  const [first] = lapsed;
  if (first === undefined) return [];
  // Of a point that moves in, agents of the other path may have accepted, who are notified.
  const isWrong = ({ flow }: PartyEntry) => flow === "D0151" && story.plan.moves !== "in";
  const after = story.said.filter(
    (entry) => entry.at > first.at && (entry.flow.startsWith("IF-") || isWrong(entry)),
  );
  if (after.length === 0) return [];
  const text = `${after.map(({ flow }) => flow).join(", ")} followed though the appointment lapsed`;
  return [complain(story, "lapse-needs-nothing", text, [first, ...after])];
};

/** The customer's details go to each agent once, and to all that accepted once the supply is secured. */
export const oneCustomerDetails: SwitchRule = (story) => {
  const { told, said } = story;
  const details = Map.groupBy(
    said.filter(({ flow }) => flow === "D0302"),
    ({ party }) => party,
  );
  const twice = [...details].flatMap(([party, sent]) =>
    sent.length < 2
      ? []
      : [complain(story, "one-customer-details", `${party} got D0302 ${sent.length} times`, sent)],
  );
  const isSupplied = told.some((entry) => entry.says === "Active" && hasArrived(entry));
  const isEnded = endOf(story) !== undefined || story.plan.moves === "in";
  if (!isSupplied || isEnded || story.stuck.length > 0) return twice;
  const hasNone = told
    .filter((entry) => entry.flow === "D0011" && hasArrived(entry) && !isAggregator(entry))
    .filter(({ party }) => !details.has(party))
    .map((accepted) => {
      const text = `${accepted.party} accepted and supply began, and got no D0302`;
      return complain(story, "one-customer-details", text, [accepted]);
    });
  return [...twice, ...hasNone];
};

/** Aggregators have nothing to do with customers. */
function isAggregator({ party }: PartyEntry): boolean {
  return party.startsWith("A:") || party.startsWith("B:");
}

/** Once supplied, a reading changes nothing about that. */
export const lateReading: SwitchRule = (story) => {
  const active = story.told.find((entry) => entry.says === "Active" && hasArrived(entry));
  if (active === undefined || story.process === null) return [];
  const late = story.told.filter(
    (entry) => entry.flow === "D0086" && entry.at > active.at && hasArrived(entry),
  );
  const { status } = story.process;
  if (late.length === 0 || status === null || isSupplied(status)) return [];
  const text = `it is "${status}" after the reading, and was active before`;
  return [complain(story, "late-reading", text, [active, ...late])];
};

/** What opens a supply: a reading of the collector or the data service, or half-hourly data. */
const opening: ReadonlySet<string> = new Set(["D0086", "IF-041", "D0036", "OPENREADING"]);

/** Whoever has an opening reading does not wait for one. */
export const readingSettled: SwitchRule = (story) => {
  const status = story.process?.status ?? "";
  if (!/: (opening reading|half-hourly data) overdue$/.test(status)) return [];
  const came = story.told.filter((entry) => opening.has(entry.flow) && hasArrived(entry));
  const [first] = came;
  if (first === undefined) return [];
  const text = `it is "${status}", and ${first.flow} had come`;
  return [complain(story, "reading-settled", text, came)];
};

/** Whether a status says that we supply the point. */
function isSupplied(status: string): boolean {
  return /^(active|supplied)\b/i.test(status);
}

/** Whatever is reported twice is done once. */
export const securedTwice: SwitchRule = (story) => {
  const once = Map.groupBy(
    story.said.filter(({ flow, fate }) => sentOnce.has(flow) && fate !== "refused"),
    ({ flow, party, says }) => `${flow} to ${party}, ${says}`,
  );
  const secured = story.told.filter(({ says }) => says === "SecuredActive");
  return [...once].flatMap(([what, sent]) => {
    if (sent.length < 2) return [];
    const text = `sent ${sent.length} times: ${what}`;
    return [complain(story, "secured-twice", text, [...sent, ...secured])];
  });
};

/** Nobody misses a switch that goes on though it ended. */
export const securedWhenEnded: SwitchRule = (story) => {
  const end = endOf(story);
  if (end === undefined) return [];
  const secured = story.told.filter((entry) => entry.says === "SecuredActive" && hasArrived(entry));
  const [first] = secured;
  if (first === undefined || story.stuck.length > 0) return [];
  const text = `it was ${end.says.toLowerCase()}, is said to be secured, and nothing is stuck`;
  return [complain(story, "secured-when-ended", text, [end, ...secured])];
};
