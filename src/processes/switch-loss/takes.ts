import {
  findsOrIgnores,
  handle,
  handleWithData,
  ignored,
  joinsOrIgnores,
  opens,
  type Taker,
} from "../../core/define/take.ts";
import type { RoutableMessage, Route } from "../../core/event/route.ts";
import { gasReadingFlows } from "../switch/gas-readings.ts";
import type { LossEvents } from "./events.ts";
import { saidIn } from "./told/css-values.ts";

type EventName = keyof LossEvents;

const readingOfAnyDay = handle((message) => join(message, "READING_RECEIVED"));

/**
 * How messages are taken. A notice that tells of a loss opens the point, whichever comes first. What others
 * tell of a point is an event on it where it is there, or once it is. Meter readings of every day are too many
 * to be kept for that: they join what is there.
 */
export const lossTakes: Readonly<Record<string, Taker>> = {
  CONTRACTS: handle((message) => find(message, "CONTRACT_LISTED")),
  CSS02700: handle((message) => open(message, "INVITED_TO_INTERVENE")),
  CSS02370: handleWithData((message, data: object) => {
    const status = saidIn(data, "registrationStatus");
    if (status === "SecuredInactive") return open(message, "SECURED_INACTIVE");
    return status === "SecuredActive" ? find(message, "REGISTRATION_OURS") : ignored;
  }),
  "CSS-STATUS": handleWithData(takeStatus),
  "CSS-REFUSAL": handleWithData((message, data: object) =>
    saidIn(data, "refused", "refusedRequest") === "Withdrawal"
      ? ignored
      : find(message, "REQUEST_REFUSED"),
  ),
  D0058: handle((message) => open(message, "LOSS_NOTIFIED")),
  "IF-037": handleWithData((message, data: object) =>
    JSON.stringify(data).includes('"CSUPP"') ? open(message, "SERVICE_ENDED") : ignored,
  ),
  D0086: handle((message) => find(message, "SWITCH_READING_RECEIVED")),
  "IF-041": handle((message) => {
    const name = switchReadings[message.group];
    return name === undefined ? join(message, "READING_RECEIVED") : find(message, name);
  }),
  D0010: readingOfAnyDay,
  ...Object.fromEntries(gasReadingFlows.map((flow) => [flow, readingOfAnyDay])),
  D0300: handle((message) => find(message, "READING_DISPUTED")),
  D0301: handleWithData((message, data: object) =>
    toOldSupplier.test(JSON.stringify(data)) ? find(message, "TRANSFER_DISPUTED") : ignored,
  ),
};

/** Readings of half-hourly settlement that are about a change of supplier, by event code. */
const switchReadings: Readonly<Record<string, EventName>> = {
  ReadingCOS: "SWITCH_READING_RECEIVED",
  SupplierAgreedCOS: "AGREED_READING_RECEIVED",
  ReadingOverride: "AGREED_READING_RECEIVED",
  DSEstimate: "ESTIMATED_READING_RECEIVED",
};

/** Statuses of an erroneous transfer that the new supplier gives: we are the old one. */
const toOldSupplier = /"statusOfErroneousTransfer":"[ABCG]"/;

const losing: Readonly<Record<string, EventName>> = {
  Cancelled: "SWITCH_CANCELLED",
  Withdrawn: "SWITCH_WITHDRAWN",
  Annulled: "SWITCH_ANNULLED",
  Inactive: "REGISTRATION_INACTIVE",
};

/** The gaining supplier gets the same notices of its switches: the context tells whose it is. */
function takeStatus(message: RoutableMessage, data: object): Route {
  const status = saidIn(data, "registrationStatus") ?? "";
  const context = saidIn(data, "contextType");
  if (status === "Active") return find(message, "REGISTRATION_OURS");
  const name = losing[status];
  if (name === undefined || context === "GainingSupplier") return ignored;
  const isSure = context === "LosingSupplier" || status === "Inactive";
  return isSure ? open(message, name) : find(message, name);
}

function open({ subjectKey }: RoutableMessage, name: EventName): Route {
  return subjectKey === null ? ignored : opens(subjectKey, name, [nameOf(subjectKey)]);
}

function find({ subjectKey }: RoutableMessage, name: EventName): Route {
  return subjectKey === null ? ignored : findsOrIgnores([nameOf(subjectKey)], name);
}

function join({ subjectKey }: RoutableMessage, name: EventName): Route {
  return subjectKey === null ? ignored : joinsOrIgnores(subjectKey, name);
}

/** What a point goes by that is lost, or was. */
function nameOf(point: string): string {
  return `point:${point}`;
}
