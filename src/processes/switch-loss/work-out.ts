import type { IsoDate } from "../../calendar/working-calendar.ts";
import { gateCloses } from "../switch/clock.ts";
import { disputeOf, transferOf } from "./dialogue.ts";
import { annulmentOf, groundOf, objectionOf, windowOf } from "./objection.ts";
import { withRivals } from "./rivals.ts";
import type { LossRules } from "./settings.ts";
import type { AgentsTold, Bill, Contract, Loss, LossOutcome, SupplyPoint } from "./state.ts";
import { type Fact, factsThat, type NoticeFact } from "./told/facts.ts";
import { chooseClosing } from "./told/readings.ts";
import { type LossFacts, sortFacts } from "./told/sort-facts.ts";
import { overdueOf } from "./waits.ts";

/** A supply point of which nothing is known but its name. */
export function unknownPoint(point: string): SupplyPoint {
  const fuel = /^\d{13}$/.test(point) ? "E" : "G";
  return { point, fuel, contracts: [], namedAgents: [], namedStart: null, losses: [], facts: [] };
}

/** The point with its losses as the facts have them: the same facts come to the same, however they came. */
export function workOut(point: SupplyPoint, rules: LossRules): SupplyPoint {
  const returns = point.facts.filter(isReturn);
  const about = point.facts.filter((fact) => !isReturn(fact));
  const told = sortFacts(about, rules.settings.dateTolerance)
    .map((facts) => ({ ...facts, loss: lossOf(facts, point, rules) }))
    .toSorted((a, b) => ((a.loss.endDate ?? "9999") < (b.loss.endDate ?? "9999") ? -1 : 1));
  const noticed = withRivals(told);
  const losses = noticed.map(({ loss, facts }, place) => {
    const until = noticed[place + 1]?.loss.endDate ?? null;
    const after = withReturn(loss, facts, cameBack(loss, until, returns), rules);
    return { ...after, overdue: overdueOf(after, facts, rules) };
  });
  return { ...point, losses };
}

function isReturn(fact: Fact): boolean {
  return fact.what === "step" && fact.step === "returned";
}

/** The sources of the date, the one that counts most first. */
const dateSources = ["CSS02370", "CSS-STATUS", "CSS02700", "D0058", "IF-037"];

function lossOf({ registrationId, facts }: LossFacts, point: SupplyPoint, rules: LossRules): Loss {
  const notices = factsThat(facts, "notice");
  const readings = factsThat(facts, "reading");
  const dates = datesOf(notices, facts);
  const endDate = dates[0]?.date ?? null;
  const contract = contractFor(point.contracts, endDate);
  const last = <Key extends keyof NoticeFact>(key: Key) =>
    notices.findLast((notice) => notice[key] !== null)?.[key] ?? null;
  const newSuppliers = suppliersOf(facts);
  const { settings, calendar } = rules;
  const invited = notices.find(({ status }) => status === "invited");
  const submittedAt = last("submittedAt") ?? invited?.at ?? null;
  const domestic = last("domestic") ?? contract?.domestic ?? null;
  const known = {
    endDate,
    submittedAt,
    domestic,
    isReturn: notices.some((notice) => notice.isReturn === true),
    changeOfOccupier: last("changeOfOccupier") ?? false,
  };
  const { closing, others } = chooseClosing(readings, { endDate, dates }, settings.readingWindow);
  const gate = endDate === null ? null : gateCloses(settings.gateClosure, endDate, calendar);
  const newSupplier = newSuppliers[0]?.participant ?? null;
  const loss: Loss = {
    ...known,
    name: registrationId ?? endDate ?? "unknown",
    registrationId,
    interventionId: last("interventionId"),
    references: [...new Set(notices.flatMap(({ reference }) => reference ?? []))].toSorted(),
    dates,
    notices: noticesTold(notices),
    outcome: outcomeOf(facts),
    windowShuts: windowOf(known, rules),
    gateCloses: gate,
    newSupplier,
    newSuppliers,
    oldSupplier: rules.us,
    suppliedFrom: contract?.suppliedFrom ?? point.namedStart,
    account: contract?.account ?? null,
    isElectricity: point.fuel === "E",
    isHalfHourly: isHalfHourly(facts, contract),
    agents: point.namedAgents.length > 0 ? point.namedAgents : (contract?.agents ?? []),
    services: [...new Set(notices.flatMap(({ service }) => service ?? []))].toSorted(),
    metering: contract?.metering ?? null,
    ground: groundOf(known, contract, rules),
    objection: objectionOf(facts),
    annulment: annulmentOf(facts),
    annulmentAskedAt:
      factsThat(facts, "step").findLast(({ step }) => step === "annulment asked")?.at ?? null,
    agentsTold: agentsTold(facts),
    informationGivenTo: lastSaid(facts, "information given", "to"),
    closing,
    otherReadings: others,
    bills: billsOf(facts),
    dispute: disputeOf(facts, closing),
    transfer: transferOf(facts, { newSupplier, isBack: false, us: rules.us }),
    overdue: [],
  };
  return loss;
}

/** Whether supply came back to us after a loss, and before the next. */
function cameBack({ endDate }: Loss, until: IsoDate | null, returns: readonly Fact[]): boolean {
  return returns.some(
    ({ endDate: from }) =>
      from !== null && endDate !== null && from > endDate && (until === null || from < until),
  );
}

/** Supply that came back ends an erroneous transfer. */
function withReturn(loss: Loss, facts: readonly Fact[], isBack: boolean, rules: LossRules): Loss {
  const { newSupplier } = loss;
  const transfer = transferOf(facts, { newSupplier, isBack, us: rules.us });
  return { ...loss, transfer, outcome: transfer.state === "returned" ? "returned" : loss.outcome };
}

/** Every date that was reported, by source, the one that counts first. A reading's date only where there is no other. */
function datesOf(notices: readonly NoticeFact[], facts: readonly Fact[]): Loss["dates"] {
  const told = notices
    .flatMap(({ endDate: date, source, at }) => (date === null ? [] : [{ date, source, at }]))
    .toSorted(
      (a, b) =>
        dateSources.indexOf(a.source) - dateSources.indexOf(b.source) ||
        b.at - a.at ||
        (a.date < b.date ? -1 : 1),
    );
  const all = told.length > 0 ? told : facts.toSorted(byDate).flatMap(undatedSource).slice(0, 1);
  const seen = new Map(all.map(({ date, source }) => [`${date} ${source}`, { date, source }]));
  return [...seen.values()];
}

function undatedSource({ endDate, what, ...fact }: Fact) {
  if (endDate === null || what === "refusal") return [];
  const source = "source" in fact ? fact.source : what === "transfer" ? "D0301" : "D0300";
  return [{ date: endDate, source: what === "step" || what === "passed" ? "ours" : source }];
}

/** A message of the other supplier has the date itself, a reading only one that is near. */
function byDate(a: Fact, b: Fact): number {
  const isNear = (fact: Fact) => Number(fact.what === "reading");
  return isNear(a) - isNear(b) || ((a.endDate ?? "") < (b.endDate ?? "") ? -1 : 1);
}

function outcomeOf(facts: readonly Fact[]): LossOutcome {
  const steps = factsThat(facts, "step");
  const settled = steps.findLast(({ step }) => step === "outcome settled")?.said["outcome"];
  const statuses = new Set(factsThat(facts, "notice").map(({ status }) => status));
  const isOff = ["cancelled", "withdrawn", "annulled"].some((one) => statuses.has(one as never));
  const goesOn = statuses.has("secured") || statuses.has("inactive") || statuses.has("notified");
  const ended =
    statuses.has("inactive") ||
    factsThat(facts, "passed").some(({ moment }) => moment === "supply");
  if (settled === "kept") return "kept";
  if (settled === "lost") return ended ? "lost" : "secured";
  if (isOff) return goesOn ? "contradicted" : "kept";
  if (goesOn) return ended ? "lost" : "secured";
  return statuses.has("invited") ? "open" : "unnotified";
}

/** By which a point takes part in half-hourly settlement: a message of it, or what our own list says. */
function isHalfHourly(facts: readonly Fact[], contract: Contract | null): boolean {
  const told = facts.some(
    (fact) => (fact.what === "notice" || fact.what === "reading") && fact.isHalfHourly,
  );
  return told || contract?.migrated === true;
}

function noticesTold(notices: readonly NoticeFact[]): Loss["notices"] {
  const first = new Map<string, Loss["notices"][number]>();
  for (const { status, source, at } of notices) {
    const name = `${status} ${source}`;
    if (!first.has(name)) first.set(name, { status, source, at });
  }
  return [...first.values()];
}

/** Who takes over, by who said so: a person first, then the notices, then who writes to us as the new supplier. */
function suppliersOf(facts: readonly Fact[]): Loss["newSuppliers"] {
  const named = factsThat(facts, "step")
    .filter(({ step }) => step === "new supplier named")
    .map(({ said }) => ({ participant: said["supplier"] ?? null, source: "a person" }))
    .toReversed();
  const noticed = factsThat(facts, "notice")
    .map(({ newSupplier: participant, source }) => ({ participant, source }))
    .toReversed();
  const wrote = factsThat(facts, "letter")
    .filter(({ by }) => by === "them")
    .map(({ supplier: participant }) => ({ participant, source: "D0300" }));
  const seen = new Map<string, Loss["newSuppliers"][number]>();
  for (const { participant, source } of [...named, ...noticed, ...wrote])
    if (participant !== null && !seen.has(`${participant} ${source}`))
      seen.set(`${participant} ${source}`, { participant, source });
  return [...seen.values()];
}

/** The supply that a loss ends: the newest that began before it. */
function contractFor(contracts: readonly Contract[], endDate: IsoDate | null): Contract | null {
  return (
    contracts.findLast(({ suppliedFrom }) => endDate === null || suppliedFrom < endDate) ?? null
  );
}

function agentsTold(facts: readonly Fact[]): AgentsTold | null {
  const told = factsThat(facts, "step").filter(({ step }) => step === "agents notified");
  const last = told.at(-1);
  if (last === undefined || last.endDate === null) return null;
  const agents = new Set(told.flatMap(({ said }) => (said["agents"] ?? "").split(" ")));
  return { endDate: last.endDate, agents: [...agents].toSorted(), at: last.at };
}

function billsOf(facts: readonly Fact[]): readonly Bill[] {
  return factsThat(facts, "step")
    .filter(({ step }) => step === "bill asked")
    .map(({ said, at }) => ({
      number: Number(said["number"]),
      readings: said["readings"] ?? "",
      because: said["because"] ?? "",
      at,
    }));
}

function lastSaid(facts: readonly Fact[], step: string, name: string): string | null {
  return factsThat(facts, "step").findLast((fact) => fact.step === step)?.said[name] ?? null;
}
