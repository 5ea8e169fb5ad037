import { currentLoss } from "./losses.ts";
import { agentsToTell } from "./owed.ts";
import type { Loss, SupplyPoint } from "./state.ts";

/** Where the loss under way is, and what is wrong with it: `lost: closing reading overdue`. */
export function lossStatus(point: SupplyPoint): string {
  const loss = currentLoss(point);
  if (loss === null) return point.contracts.length > 0 ? "supplied" : "no loss notified";
  const trouble = troubleOf(loss);
  return trouble === null ? stageOf(loss) : `${stageOf(loss)}: ${trouble}`;
}

function stageOf(loss: Loss): string {
  switch (loss.outcome) {
    case "unnotified":
      return "no loss notified";
    case "open":
      return openStage(loss);
    case "kept":
      return `kept, ${keptBecause(loss)}`;
    case "secured":
      return `lost from ${loss.endDate ?? "a day not known"}`;
    case "lost":
      return lostStage(loss);
    case "contradicted":
      return "notices contradict each other";
    case "returned":
      return "returned, erroneous transfer";
  }
}

function openStage({ objection, annulment, overdue }: Loss): string {
  if (annulment === "asked") return "annulment asked";
  if (objection.state === "made") return `objected (${objection.ground})`;
  return overdue.includes("secured notice") ? "invited" : "invited to intervene";
}

function keptBecause({ notices }: Loss): string {
  const statuses = notices.map(({ status }) => status);
  if (statuses.includes("annulled")) return "annulled";
  if (statuses.includes("withdrawn")) return "withdrawn";
  return statuses.includes("cancelled") ? "objection upheld" : "by a person's word";
}

function lostStage({ bills, transfer }: Loss): string {
  if (transfer.state === "accepted") return "lost by mistake, to come back";
  return bills.length > 0 ? "lost, final bill asked" : "lost";
}

type Troubles = readonly (readonly [is: boolean, words: string])[];

/** The first is what needs a person first. */
function troubleOf(loss: Loss): string | null {
  const { overdue, objection, annulment, dispute, transfer, outcome } = loss;
  const told = loss.agentsTold;
  const ends = outcome === "secured" || outcome === "lost";
  const troubles: Troubles = [
    [outcome === "contradicted", "settle which is right"],
    [dispute.state === "our flow refused", "our reading message was refused"],
    [transfer.state === "rejected by them", "erroneous transfer rejected"],
    [outcome === "open" && objection.state === "refused", "objection refused"],
    [outcome === "open" && objection.state === "too late", "too late to object"],
    [outcome === "open" && annulment === "refused", "annulment refused"],
    [
      ends && told !== null && told.endDate !== loss.endDate,
      "agents were notified of another date",
    ],
    [
      agentsToTell(loss).length > 0 && loss.suppliedFrom === null,
      "agents cannot be notified: the start of our supply is not known",
    ],
    [overdue.length > 0, overdue.map((what) => `${what} overdue`).join(", ")],
    [dispute.state === "answer due", "reading to be answered"],
    [transfer.state === "answer due", "erroneous transfer to be answered"],
    [new Set(loss.dates.map(({ date }) => date)).size > 1, "dates differ"],
    [agentsToTell(loss).length > 0, "agents to be notified"],
  ];
  return troubles.find(([is]) => is)?.[1] ?? null;
}
