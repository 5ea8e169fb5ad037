import type { IsoDate } from "../../calendar/working-calendar.ts";
import type { FlowMessage } from "../../catalogue/flow-message.ts";
import {
  findsOrIgnores,
  findsOrWaits,
  handle,
  handleWithData,
  ignored,
  joinsOrWaits,
  opensAndTells,
  type Taker,
} from "../../core/define/take.ts";
import type { RoutableMessage, Route } from "../../core/event/route.ts";
import { isoDate } from "../message-data.ts";
import { gasReadingFlows } from "../switch/gas-readings.ts";
import type { GainEvents, SwitchingNotice } from "./events.ts";
import { keyInReference, platformWordIn } from "./mhhs/refusals.ts";

type Name = keyof GainEvents;

/** A switch goes by its point, by our own reference, and by the registration once that is known. */
const byPoint = (point: string) => `point:${point}`;
const byReference = (reference: string) => `reference:${reference}`;
const byRegistration = (id: string) => `registration:${id}`;
/** One whose meter is half-hourly goes by the days on which its half-hourly data may begin, too. */
const byFirstData = (point: string, date: IsoDate) => `first data:${point}@${date}`;

/** So many days after the first of supply: it may have been put off meanwhile. */
const latestFirstData = 5;

function firstData(point: string, { metering, supplyStartDate }: FlowMessage<"SWITCHREQ001">) {
  if (metering !== "HH") return [];
  const first = Temporal.PlainDate.from(supplyStartDate);
  return Array.from({ length: latestFirstData + 1 }, (_, days) =>
    byFirstData(point, first.add({ days }).toString()),
  );
}

/** Opened by our own systems, and given to other switches of the point; what is about its point or its registration finds it, before or after. */
const request = handleWithData<FlowMessage<"SWITCHREQ001">>(({ subjectKey }, data) => {
  if (subjectKey === null) return ignored;
  const key = `${subjectKey}@${data.supplyStartDate}`;
  const references = [
    byReference(data.ourReference),
    byPoint(subjectKey),
    ...firstData(subjectKey, data),
  ];
  return opensAndTells(key, "SWITCH_REQUESTED", references, [byPoint(subjectKey)]);
});

const ownReading = handleWithData<FlowMessage<"OPENREADING001">>(({ subjectKey }) =>
  about(subjectKey, "OPENING_READING_GIVEN"),
);

const statuses: Readonly<Record<string, Name>> = {
  Validated: "REQUEST_VALIDATED",
  Rejected: "REQUEST_REJECTED",
  Pending: "SWITCH_PENDING",
  Confirmed: "SWITCH_CONFIRMED",
  Cancelled: "SWITCH_CANCELLED",
  Withdrawn: "SWITCH_WITHDRAWN",
  Annulled: "SWITCH_ANNULLED",
  SecuredActive: "SECURED_ACTIVE",
  Active: "SWITCH_ACTIVE",
};

/** Statuses that are reported to the losing supplier alone. */
const losing = ["SecuredInactive", "Inactive"];

const notice = handleWithData<SwitchingNotice>(({ subjectKey }, data) => {
  const status = data.$known?.registrationStatus ?? "";
  // It may be the way back of a point that was taken by mistake.
  if (losing.includes(status)) return about(subjectKey, "SUPPLY_ENDED");
  return toGainer(data, statuses[status] ?? "SWITCH_REPORTED");
});

const refusal = handleWithData<SwitchingNotice>((_, data) =>
  data.$known?.refused === "Withdrawal" ? toGainer(data, "WITHDRAWAL_REFUSED") : ignored,
);

/** A notice to us as the gaining supplier. One that does not say so may be about a point that we lose. */
function toGainer({ contextType, $known }: SwitchingNotice, eventType: Name): Route {
  if (contextType === "LosingSupplier") return ignored;
  const { registrationId, supplierGeneratedReference: own } = $known ?? {};
  const references = [
    ...(registrationId === undefined ? [] : [byRegistration(registrationId)]),
    ...(own === undefined ? [] : [byReference(own)]),
  ];
  if (references.length === 0) return ignored;
  return contextType === "GainingSupplier" || own !== undefined
    ? findsOrWaits(references, eventType)
    : findsOrIgnores(references, eventType);
}

/** To every switch of the point; which of them is meant is for its state to say. */
function about(point: string | null, eventType: Name): Route {
  return point === null ? ignored : findsOrIgnores([byPoint(point)], eventType);
}

const pointwise = (eventType: Name): Taker =>
  handle(({ subjectKey }: RoutableMessage) => about(subjectKey, eventType));

/** Half-hourly data comes every day for as long as we supply: only that of the first days is about a switch. */
const halfHourlyData = handleWithData<FlowMessage<"D0036001">>(({ subjectKey }, data) => {
  const dates = data.settlementDate.flatMap(({ settlementDate }) => isoDate(settlementDate) ?? []);
  const [earliest] = dates.toSorted();
  return subjectKey === null || earliest === undefined
    ? ignored
    : findsOrIgnores([byFirstData(subjectKey, earliest)], "HALF_HOURLY_DATA_TOLD");
});

/**
 * What the platform took needs nothing more: its recipient's own answer tells. What it refused, nobody has had;
 * where its reference is none of a switch, it waits for a person to look.
 */
const platformAnswer = handleWithData<FlowMessage<"DIP-ANSWER1.0">>((_, data) => {
  const { isTaken, reference } = platformWordIn(data);
  if (isTaken) return ignored;
  const key = keyInReference(reference);
  return key === null
    ? findsOrWaits([`message:${reference}`], "MESSAGE_REFUSED")
    : joinsOrWaits(key, "MESSAGE_REFUSED");
});

/** How messages of a switch's flows are taken. */
export const gainTakes: Readonly<Record<string, Taker>> = {
  SWITCHREQ: request,
  OPENREADING: ownReading,
  CSS02380: notice,
  CSS02300: notice,
  CSS02370: notice,
  "CSS-STATUS": notice,
  "CSS-REFUSAL": refusal,
  "DIP-ANSWER": platformAnswer,

  D0217: pointwise("REGISTRATION_CONFIRMED"),
  D0260: pointwise("OLD_REGISTRATION_TOLD"),
  D0011: pointwise("AGENT_AGREED"),
  D0261: pointwise("AGENT_REFUSED"),
  D0150: pointwise("METER_DETAILS_TOLD"),
  D0268: pointwise("METER_DETAILS_TOLD"),
  D0149: pointwise("MAPPING_TOLD"),
  D0010: pointwise("READINGS_TOLD"),
  D0086: pointwise("OPENING_READING_TOLD"),
  D0203: pointwise("REGISTRATION_UPDATE_REFUSED"),
  D0310: pointwise("SETTLEMENT_DETAILS_REFUSED"),
  D0311: pointwise("OLD_SUPPLIER_TOLD"),
  D0300: pointwise("DISPUTE_ANSWERED"),
  D0301: pointwise("TRANSFER_TOLD"),
  D0036: halfHourlyData,
  D0313: pointwise("FLOW_NOTED"),
  D0019: pointwise("FLOW_NOTED"),
  D0012: pointwise("FLOW_NOTED"),
  D0051: pointwise("FLOW_NOTED"),
  D0213: pointwise("FLOW_NOTED"),

  ...Object.fromEntries(gasReadingFlows.map((flow) => [flow, pointwise("GAS_METER_TOLD")])),

  "IF-002": pointwise("POINT_INFORMED"),
  "IF-003": pointwise("REGIME_REVERSED"),
  "IF-032": pointwise("APPOINTMENT_JUDGED"),
  "IF-035": pointwise("SERVICE_ANSWERED"),
  "IF-001": pointwise("SUPPLY_REGISTERED"),
  "IF-036": pointwise("SERVICE_ACTIVE"),
  "IF-041": pointwise("HALF_HOURLY_READING"),
  "IF-026": pointwise("HALF_HOURLY_NOTED"),
  "IF-037": pointwise("HALF_HOURLY_NOTED"),
  "IF-045": pointwise("NOBODY_APPOINTED"),
};
