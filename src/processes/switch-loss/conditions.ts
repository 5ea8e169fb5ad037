import { condition } from "../../core/define/condition.ts";
import { lossOf } from "./losses.ts";
import { whyNotAllowed } from "./objection.ts";
import { agentName, agentsToTell, billDue, closingText, owesInformation } from "./owed.ts";
import type { SupplyPoint } from "./state.ts";
import type { LossReference } from "./told/facts.ts";

interface About {
  readonly data: LossReference;
  readonly occurredAt: number;
}

/** The window was open when it was decided. */
export const windowIsOpen = condition(
  "the objection window is open",
  (point: SupplyPoint, { data, occurredAt }: About) => ({
    shuts: lossOf(point, data)?.windowShuts ?? null,
    decided: occurredAt,
  }),
  ({ shuts, decided }) => shuts !== null && decided <= shuts,
);

/** The rules allow an objection on that ground. */
export const groundIsAllowed = condition(
  "the rules allow the ground",
  (
    point: SupplyPoint,
    { data }: { readonly data: LossReference & { readonly ground: string } },
  ) => {
    const loss = lossOf(point, data);
    return {
      ground: data.ground,
      domestic: loss?.domestic ?? null,
      changeOfOccupier: loss?.changeOfOccupier ?? null,
      returnsErroneousTransfer: loss?.isReturn ?? null,
      notBecause: loss === null ? "no such loss" : whyNotAllowed(loss, data.ground),
    };
  },
  ({ notBecause }) => notBecause === null,
);

/** Nobody called the switch off, and it has not gone through. */
export const switchIsPending = condition(
  "the switch is pending",
  (point: SupplyPoint, { data }: About) => ({ outcome: lossOf(point, data)?.outcome ?? null }),
  ({ outcome }) => outcome === "open",
);

/** We did not answer the invitation yet. */
export const invitationIsUnanswered = condition(
  "the invitation is not answered yet",
  (point: SupplyPoint, { data }: About) => ({
    objection: lossOf(point, data)?.objection.state ?? null,
  }),
  ({ objection }) => objection === "none" || objection === "withdrawn",
);

/** There is an objection that can be taken back. */
export const objectionStands = condition(
  "our objection is in force",
  (point: SupplyPoint, { data }: About) => ({
    objection: lossOf(point, data)?.objection.state ?? null,
  }),
  ({ objection }) => objection === "made",
);

/** The gate was open when it was decided. */
export const gateIsOpen = condition(
  "the gate is open",
  (point: SupplyPoint, { data, occurredAt }: About) => ({
    closes: lossOf(point, data)?.gateCloses ?? null,
    decided: occurredAt,
  }),
  ({ closes, decided }) => closes === null || decided <= closes,
);

/** Agents of ours do not know yet. */
export const agentsAreUntold = condition(
  "agents of ours are not notified yet",
  (point: SupplyPoint, { data }: About) => {
    const loss = lossOf(point, data);
    return {
      agents: loss === null ? [] : agentsToTell(loss).map(agentName),
      halfHourly: loss?.isHalfHourly ?? null,
    };
  },
  ({ agents }) => agents.length > 0,
);

/** The new supplier is known and was sent nothing yet. */
export const informationIsOwed = condition(
  "the new supplier is known and not informed yet",
  (point: SupplyPoint, { data }: About) => {
    const loss = lossOf(point, data);
    return {
      newSupplier: loss?.newSupplier ?? null,
      owed: loss !== null && owesInformation(loss),
    };
  },
  ({ newSupplier, owed }) => owed && newSupplier !== null,
);

/** What was billed is not what is known. */
export const billIsDue = condition(
  "the final bill does not say what is known",
  (point: SupplyPoint, { data }: About) => {
    const loss = lossOf(point, data);
    return {
      readings: loss === null ? "" : closingText(loss),
      billed: loss?.bills.at(-1)?.readings ?? null,
      because: loss === null ? null : billDue(loss),
    };
  },
  ({ because }) => because !== null,
);

/** The other supplier says that our flow broke a rule. */
export const ourFlowWasRefused = condition(
  "the other supplier refuses our flow (R)",
  (_point: SupplyPoint, { data }: { readonly data: object }) => ({
    status: /"statusOfProposedReadings":"(.)"/.exec(JSON.stringify(data))?.[1] ?? null,
  }),
  ({ status }) => status === "R" || status === "U",
);

/** The other supplier does not agree that the transfer was a mistake. */
export const transferWasRejected = condition(
  "the new supplier rejects the erroneous transfer (C)",
  (_point: SupplyPoint, { data }: { readonly data: object }) => ({
    status: /"statusOfErroneousTransfer":"(.)"/.exec(JSON.stringify(data))?.[1] ?? null,
  }),
  ({ status }) => status === "C",
);
