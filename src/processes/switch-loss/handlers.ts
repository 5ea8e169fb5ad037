import { marketDate } from "../switch/days.ts";
import type { LossEvent } from "./events.ts";
import type { LossRules } from "./settings.ts";
import type { SupplyPoint } from "./state.ts";
import { contractIn, takeContract } from "./told/contracts.ts";
import { saidIn } from "./told/css-values.ts";
import { type Fact, type StepName, takeFact } from "./told/facts.ts";
import { gasReadingsIn } from "./told/gas-readings.ts";
import { letterIn, transferIn } from "./told/letters.ts";
import { lossIn, noticeIn, refusalIn, serviceEndIn } from "./told/notices.ts";
import { readingFactsIn } from "./told/readings.ts";
import { type MomentEvent, moments } from "./waits.ts";
import { workOut } from "./work-out.ts";

type Take = (state: SupplyPoint, ...facts: readonly Fact[]) => SupplyPoint;

/** What events do to the state, by the rules of the installation. */
export function lossHandlers(rules: LossRules) {
  const take: Take = (state, ...facts) =>
    workOut({ ...state, facts: facts.reduce(takeFact, state.facts) }, rules);
  return { ...toldHandlers(take, rules), ...talkHandlers(take), ...ownHandlers(take, rules) };
}

/** What the switching service, the registration service, collectors and our own systems tell. */
function toldHandlers(take: Take, rules: LossRules) {
  return {
    contractListed: (state: SupplyPoint, event: LossEvent<"CONTRACT_LISTED">) =>
      workOut(
        {
          ...state,
          fuel: event.data.fuel === "G" ? "G" : "E",
          contracts: takeContract(state.contracts, contractIn(event)),
        },
        rules,
      ),
    noticed: (state: SupplyPoint, event: Parameters<typeof noticeIn>[0]) =>
      take(state, noticeIn(event, rules)),
    lossNotified: (state: SupplyPoint, event: LossEvent<"LOSS_NOTIFIED">) =>
      take(state, lossIn(event, rules)),
    serviceEnded: (state: SupplyPoint, event: LossEvent<"SERVICE_ENDED">) =>
      take(state, serviceEndIn(event, rules)),
    requestRefused: (state: SupplyPoint, event: LossEvent<"REQUEST_REFUSED">) =>
      take(state, refusalIn(event, rules)),
    readingsReceived: (state: SupplyPoint, event: LossEvent<ReadingEvent>) =>
      take(state, ...(state.fuel === "G" ? gasReadingsIn(event) : readingFactsIn(event))),
    /** The point is ours again: what switched it back is the gaining side's own business. */
    returned: (state: SupplyPoint, { data, occurredAt: at }: LossEvent<"REGISTRATION_OURS">) => {
      const { zone } = rules.calendar;
      const endDate = marketDate(
        saidIn(data, "supplyStartDate", "effectiveDate", "registrationActiveDate"),
        zone,
      );
      if (endDate === null) return state;
      const step = "returned";
      return take(state, { what: "step", step, said: {}, registrationId: null, endDate, at });
    },
  };
}

/** What the suppliers write to each other. */
function talkHandlers(take: Take) {
  return {
    readingDisputed: (state: SupplyPoint, event: LossEvent<"READING_DISPUTED">) =>
      take(state, letterIn(event)),
    readingAnswered: (state: SupplyPoint, { data, occurredAt }: LossEvent<"READING_ANSWERED">) => {
      const { to, ...said } = data;
      return take(state, { what: "letter", by: "us", ...said, supplier: to, at: occurredAt });
    },
    transferDisputed: (state: SupplyPoint, event: LossEvent<"TRANSFER_DISPUTED">) =>
      take(state, transferIn(event)),
    transferWritten: (
      state: SupplyPoint,
      { data, occurredAt }: LossEvent<"TRANSFER_MESSAGE_WRITTEN">,
    ) => {
      const { to, ...said } = data;
      return take(state, { what: "transfer", by: "us", ...said, supplier: to, at: occurredAt });
    },
  };
}

/** What we did, what a person said, and what time did. */
function ownHandlers(take: Take, rules: LossRules) {
  return {
    step: (step: StepName) => (state: SupplyPoint, event: LossEvent<StepEvent>) => {
      const { registrationId, endDate, ...said } = event.data;
      const at = event.occurredAt;
      const texts = Object.entries(said).map(([key, value]) => [key, asText(value)] as const);
      // The moment tells what was done twice from what was recorded twice.
      const all = Object.fromEntries([...texts, ["at", String(at)]]);
      return take(state, { what: "step", step, said: all, registrationId, endDate, at });
    },
    agentsNamed: (state: SupplyPoint, { data }: LossEvent<"AGENTS_NAMED">) =>
      workOut(
        { ...state, namedAgents: data.agents, namedStart: data.suppliedFrom ?? state.namedStart },
        rules,
      ),
    passed: (state: SupplyPoint, { type, data, occurredAt }: LossEvent<MomentEvent>) => {
      const loss = state.losses.find(({ name }) => name === data.anchor);
      if (loss === undefined) return state;
      const { registrationId, endDate } = loss;
      const moment = moments[type];
      return take(state, { what: "passed", moment, registrationId, endDate, at: occurredAt });
    },
  };
}

type ReadingEvent =
  | "SWITCH_READING_RECEIVED"
  | "AGREED_READING_RECEIVED"
  | "ESTIMATED_READING_RECEIVED"
  | "READING_RECEIVED";

type StepEvent =
  | "OBJECTION_MADE"
  | "OBJECTION_TOO_LATE"
  | "OBJECTION_WITHDRAWN"
  | "NO_OBJECTION_SAID"
  | "ANNULMENT_ASKED"
  | "AGENTS_TOLD"
  | "INFORMATION_GIVEN"
  | "BILL_ASKED"
  | "OUTCOME_SETTLED"
  | "NEW_SUPPLIER_NAMED";

function asText(value: string | number | readonly string[]): string {
  return typeof value === "object" ? value.join(" ") : String(value);
}
