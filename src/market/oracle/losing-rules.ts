import { englandAndWales } from "../../calendar/england-and-wales.ts";
import { type PlannedSwitch, processOf } from "../plan/switches.ts";
import type { PartyEntry } from "../post/ledger.ts";
import { calendarDay, MarketDays } from "../time/market-days.ts";
import { hasArrived, type SwitchStory } from "./account.ts";
import { type Complaint, filesOf, type RuleName } from "./complaint.ts";
import type { SwitchRule } from "./rules.ts";

const days = new MarketDays(englandAndWales);
const hourMs = 3_600_000;

/** A debt that a home may be kept back for is so many days old. */
const debtDays = 28;

/** How a loss may be called off, as the switching service says it. */
const ends: ReadonlySet<string> = new Set(["Cancelled", "Withdrawn", "Annulled"]);
const goesOn: ReadonlySet<string> = new Set(["SecuredInactive", "Inactive"]);

function complain(
  { plan }: SwitchStory,
  rule: RuleName,
  text: string,
  entries: readonly PartyEntry[],
): Complaint {
  return { rule, switch: processOf(plan).key, text, files: filesOf(entries) };
}

/** What the switching service said of the loss that arrived, by what it says. */
function noticed({ told }: SwitchStory, says: ReadonlySet<string>): readonly PartyEntry[] {
  return told.filter((one) => one.party === "CSS" && says.has(one.says) && hasArrived(one));
}

/** Whether it was reported to the installation that the supply ends, and never that it does not. */
function isLost(story: SwitchStory): boolean {
  return noticed(story, goesOn).length > 0 && noticed(story, ends).length === 0;
}

/** The grounds that the rules allow, as the switching service names them. */
function groundsOf({ leaving, domestic, start, askAt }: PlannedSwitch): readonly string[] {
  if (leaving === null) return [];
  const { debtSince, contractEnds, asksToObject, changeOfOccupier } = leaving;
  const asked = days.dateOf(askAt);
  const isOwed = debtSince !== null && debtSince <= calendarDay(asked, -debtDays);
  const isBound = !domestic && contractEnds !== null && contractEnds >= start;
  return [
    ...(asksToObject ? ["CustomerRequest"] : []),
    ...(isOwed && !changeOfOccupier ? ["Debt"] : []),
    ...(isBound && !changeOfOccupier ? ["Contract"] : []),
  ];
}

/** An objection has a ground, and leaves while the window is open; a ground that is known in time is used. */
export const objectionByTheRules: SwitchRule = (story) => {
  const { plan, said, told, stuck } = story;
  const rule = "objection-by-the-rules";
  const grounds = groundsOf(plan);
  const shuts = days.at(days.workingDay(days.dateOf(plan.askAt), plan.domestic ? 1 : 2), "17:00");
  const objections = said.filter(
    ({ flow, says }) => flow === "CSS-OBJECT" && says.startsWith("Object"),
  );
  const wrong = objections.filter(
    ({ says, at }) => !grounds.includes(says.replace(/^Object ?/, "")) || Date.parse(at) > shuts,
  );
  const [first] = wrong;
  if (first !== undefined) {
    const allowed = grounds.length === 0 ? "none" : grounds.join(", ");
    const text = `"${first.says}" left at ${first.at}; grounds that the rules allow: ${allowed}, until ${new Date(shuts).toISOString()}`;
    return [complain(story, rule, text, wrong)];
  }
  if (grounds.length === 0 || objections.length > 0 || stuck.length > 0) return [];
  const arrivals = ["CSS02700", "CONTRACTS"].map((flow) =>
    told.find((one) => one.flow === flow && hasArrived(one)),
  );
  const [invitation, list] = arrivals;
  if (invitation === undefined || list === undefined) return [];
  const known = Math.max(Date.parse(invitation.at), Date.parse(list.at));
  // Within the hour of either end it is unknown which came first.
  const decided = noticed(story, new Set([...ends, ...goesOn])).map(({ at }) => Date.parse(at));
  if (known > shuts - hourMs || decided.some((at) => at <= known + hourMs)) return [];
  const text = `${grounds.join(", ")} was known at ${new Date(known).toISOString()}, and nobody objected`;
  return [complain(story, rule, text, [invitation, list])];
};

/** The agents that our own systems list. */
function agentsOf({ metering, oldOperator, oldCollector, aggregators }: PlannedSwitch) {
  const [collector, aggregator] = metering === "HH" ? ["C", "A"] : ["D", "B"];
  return [
    `M:${oldOperator}`,
    `${collector}:${oldCollector}`,
    `${aggregator}:${aggregators[0] ?? ""}`,
  ];
}

/** Agents are notified once that supply ends, and not before it is known to. */
export const agentsToldOnce: SwitchRule = (story) => {
  const { plan, said, stuck } = story;
  const rule = "agents-told-once";
  const ended = said.filter(({ flow }) => flow === "D0151");
  const [first] = ended;
  if (first !== undefined && (plan.path === "mhhs" || plan.fuel === "G"))
    return [
      complain(story, rule, `D0151 went to ${first.party}, which is no agent of ours`, ended),
    ];
  const known = noticed(story, goesOn).map(({ at }) => at);
  const early = ended.filter(({ at, says }) => says !== "LC" || !known.some((one) => one <= at));
  if (early[0] !== undefined) {
    const text = `D0151 (${early[0].says}) went to ${early[0].party} at ${early[0].at}, and supply was not known to end`;
    return [complain(story, rule, text, early)];
  }
  if (plan.path === "mhhs" || plan.fuel === "G" || !isLost(story) || stuck.length > 0) return [];
  return agentsOf(plan)
    .filter((agent) => ended.filter(({ party }) => party === agent).length !== 1)
    .map((agent) => {
      const got = ended.filter(({ party }) => party === agent);
      const text = `supply ended, and ${agent} got D0151 ${got.length} times`;
      return complain(story, rule, text, [...got, ...noticed(story, goesOn)]);
    });
};

/** What names the new supplier. */
const naming: ReadonlySet<string> = new Set(["CSS02700", "D0300", "IF-037"]);

/** The new supplier hears once what we know of the supply. */
export const newSupplierToldOnce: SwitchRule = (story) => {
  const { plan, said, told, stuck } = story;
  const rule = "new-supplier-told-once";
  const given = said.filter(({ flow }) => flow === "D0311");
  const known = [
    ...noticed(story, goesOn),
    ...told.filter((one) => one.flow === "IF-037" && hasArrived(one)),
  ].map(({ at }) => at);
  const wrong = given.filter(
    ({ at, party }) => party !== `X:${plan.otherSupplier}` || !known.some((one) => one <= at),
  );
  if (wrong[0] !== undefined)
    return [complain(story, rule, `D0311 went to ${wrong[0].party} at ${wrong[0].at}`, wrong)];
  const isNamed = told.some((one) => naming.has(one.flow) && hasArrived(one));
  const isOwed = isLost(story) && isNamed && plan.fuel === "E" && stuck.length === 0;
  if (given.length === 1 || (given.length === 0 && !isOwed)) return [];
  const text = `${plan.otherSupplier} got D0311 ${given.length} times`;
  return [complain(story, rule, text, [...given, ...noticed(story, goesOn)])];
};

/** How good a closing reading is, by what tells it. */
const ranks: readonly RegExp[] = [
  /^R /,
  /^D /,
  /^(A|C) |^\[ReadingCOS\]/,
  /^X |^\[ReadingOverride\]/,
];

function rankOf({ says }: PartyEntry): number {
  return ranks.findIndex((rank) => rank.test(says));
}

/** The best closing reading that arrived, the last of its kind; what comes twice came when it came first. */
function closingReading({ told }: SwitchStory): PartyEntry | undefined {
  const came = told.filter((one) => /^(D0086|IF-041|G0207)$/.test(one.flow) && hasArrived(one));
  const first = came.filter(
    ({ says }, place) => came.findIndex((one) => one.says === says) === place,
  );
  return first.toSorted((a, b) => rankOf(b) - rankOf(a) || (a.at < b.at ? 1 : -1))[0];
}

/** Billing has the closing reading that counts, and nothing of a supply that is kept. */
export const finalBill: SwitchRule = (story) => {
  const { plan, said, stuck } = story;
  const rule = "final-bill";
  const rows = said.filter(({ flow }) => flow === "FINALBILL");
  const last = rows.at(-1);
  const isGivenBack = said.some(({ flow, says }) => flow === "D0301" && says === "E");
  if (isGivenBack || !isLost(story)) {
    const isUndone =
      last === undefined || last.says === "none" || noticed(story, goesOn).length > 0;
    if (isUndone && !(isGivenBack && last !== undefined && last.says !== "none")) return [];
    return [complain(story, rule, `supply is kept, and billing has ${last?.says}`, rows)];
  }
  const row = last?.says ?? "nothing";
  // A meter that is read each half-hour has no reading for it: billing has the data, and is notified of the end.
  if (plan.metering === "HH" && plan.path === "legacy") {
    const isRight = row === "none" || stuck.length > 0;
    const text = `supply ended with half-hourly data, and billing has ${row}`;
    return isRight ? [] : [complain(story, rule, text, rows)];
  }
  const reading = closingReading(story);
  if (stuck.length > 0 || reading === undefined) return [];
  const value = Number(reading.says.split(" ").at(-1));
  if (last !== undefined && Number.parseFloat(last.says) === value) return [];
  const text = `${reading.flow} reported ${reading.says}, and billing has ${row}`;
  return [complain(story, rule, text, [reading, ...rows])];
};

/** Notices that contradict each other are a person's to settle. */
export const lostWhenKept: SwitchRule = (story) => {
  const [end] = noticed(story, ends);
  const [secured] = noticed(story, goesOn);
  if (end === undefined || secured === undefined || story.stuck.length > 0) return [];
  const text = `it was ${end.says.toLowerCase()}, is said to be ${secured.says}, and nothing is stuck`;
  return [complain(story, "secured-when-ended", text, [end, secured])];
};
