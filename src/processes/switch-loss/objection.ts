import { dateAt } from "../../calendar/working-days.ts";
import { objectionWindowEnds } from "../switch/clock.ts";
import { daysBetween } from "../switch/days.ts";
import type { LossRules } from "./settings.ts";
import type { Contract, Ground, Loss, Objection } from "./state.ts";
import {
  type Fact,
  factsThat,
  type RefusalFact,
  type StepFact,
  type StepName,
} from "./told/facts.ts";

/** What a ground to object rests on. */
type Grounds = Pick<Loss, "isReturn" | "changeOfOccupier" | "domestic" | "submittedAt" | "endDate">;

/**
 * What may be objected on: a domestic supply for debt or at the customer's request, another also while its
 * contract runs on. A new occupier owes no debt of the one before, nor is bound by that contract; and nobody
 * may object to a switch that brings an erroneous transfer back.
 */
export function groundOf(
  loss: Grounds,
  contract: Contract | null,
  rules: LossRules,
): Ground | null {
  if (contract === null || loss.isReturn) return null;
  if (contract.customerAsksToObject) return "customer request";
  if (loss.changeOfOccupier) return null;
  if (isInDebt(loss, contract, rules)) return "debt";
  const { contractEnds } = contract;
  const runsOn = contractEnds !== null && loss.endDate !== null && contractEnds >= loss.endDate;
  return loss.domestic === false && runsOn ? "contract" : null;
}

function isInDebt({ submittedAt }: Grounds, contract: Contract, rules: LossRules): boolean {
  const { atLeast, forDays } = rules.settings.debt;
  if (contract.debt < atLeast) return false;
  if (forDays === 0) return true;
  if (contract.debtSince === null) return false;
  const on = submittedAt === null ? contract.asOf : dateAt(rules.calendar, submittedAt);
  return contract.debtSince <= on && daysBetween(contract.debtSince, on) >= forDays;
}

/** Why the rules do not allow an objection on a ground, in a sentence; null when they do. */
export function whyNotAllowed(
  {
    isReturn,
    changeOfOccupier,
    domestic,
  }: Pick<Grounds, "isReturn" | "changeOfOccupier" | "domestic">,
  ground: string,
): string | null {
  if (isReturn) return "The switch brings an erroneous transfer back: nobody may object.";
  if (ground === "customer request") return null;
  if (changeOfOccupier)
    return "The occupier changes: the one before leaves no ground but the customer's own request.";
  return ground === "contract" && domestic !== false
    ? "A domestic customer may leave whatever the contract says: debt and the customer's request are the only grounds."
    : null;
}

/** When the window shuts: counted from the day of submission, by the rules of a home where nobody says. */
export function windowOf(
  { submittedAt, domestic }: Pick<Loss, "submittedAt" | "domestic">,
  { calendar, settings }: LossRules,
): number | null {
  if (submittedAt === null) return null;
  const submitted = { at: submittedAt, isDomestic: domestic !== false };
  return objectionWindowEnds(settings.objectionWindow, submitted, calendar);
}

/** What became of our right to object, by what was done and answered. */
export function objectionOf(facts: readonly Fact[]): Objection {
  const steps = factsThat(facts, "step").filter(({ step }) => objectionStates[step] !== undefined);
  const done = steps.filter(({ step }) => step !== "objection too late");
  const last = done.at(-1) ?? steps.at(-1);
  if (last === undefined) return { state: "none", ground: null, at: null, reason: null };
  const ground = steps.findLast(({ said }) => said["ground"] !== undefined)?.said["ground"] ?? null;
  const state = objectionStates[last.step] ?? "none";
  const reason = last.said["reason"] ?? null;
  const objection: Objection = { state, ground, at: last.at, reason };
  if (state !== "made") return objection;
  if (factsThat(facts, "notice").some(({ status }) => status === "cancelled"))
    return { ...objection, state: "upheld" };
  const refusal = refusalOf(facts, "objection", last);
  return refusal === null ? objection : { ...objection, state: "refused", reason: refusal };
}

const objectionStates: Partial<Record<StepName, Objection["state"]>> = {
  objected: "made",
  "objection withdrawn": "withdrawn",
  "no objection said": "not wanted",
  "objection too late": "too late",
};

/** What became of the annulment that the customer wanted. */
export function annulmentOf(facts: readonly Fact[]): Loss["annulment"] {
  if (factsThat(facts, "notice").some(({ status }) => status === "annulled")) return "annulled";
  const asked = factsThat(facts, "step").findLast(({ step }) => step === "annulment asked");
  if (asked === undefined) return "none";
  return refusalOf(facts, "annulment", asked) === null ? "asked" : "refused";
}

/** The clocks of two parties may differ so much, in milliseconds. */
const clocksDifferMs = 3_600_000;

/** Why what we asked for was refused; null when it was not. A refusal that names nothing is about the last. */
function refusalOf(
  facts: readonly Fact[],
  what: RefusalFact["of"],
  { said, at }: StepFact,
): string | null {
  const refusals = factsThat(facts, "refusal").filter(
    (one) =>
      one.of === what &&
      (one.reference === null
        ? one.at >= at - clocksDifferMs
        : one.reference === said["reference"]),
  );
  return refusals.at(-1)?.reason ?? null;
}
