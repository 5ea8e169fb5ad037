import { textIn } from "./letter.ts";

/** What a message of the installation comes to in a word, and the registration that it names. */
export interface Gist {
  readonly text: string;
  readonly registration: string | null;
}

/** The member that says most of a flow's message. */
const telling: Readonly<Record<string, string>> = {
  D0151: "terminationReason",
  D0170: "requestDetails.requestedActionCode",
  D0071: "readingType",
  D0155: "effectiveFromSettlementDateRegi",
  D0153: "effectiveFromSettlementDateRegi",
  D0302: "effectiveFromSettlementDateRegi",
  "CSS-ASK": "data.notice",
  "CSS-ANNUL": "data.reason",
  CSS01800: "data.supplyStartDate",
};

/** In short what the data of a message says. */
export function gist(flow: string, data: unknown): Gist {
  const isPlatform = flow.startsWith("IF-");
  const event = textIn(data, "CommonBlock.S0.eventCode");
  const registration = isPlatform
    ? textIn(data, "CustomBlock.B013.CSSRegistrationID")
    : textIn(data, "data.registrationId");
  const service = ["B070.proposedMeteringServiceMPID", "B071.proposedDataServiceMPID"]
    .map((path) => textIn(data, `CustomBlock.${path}`))
    .join("");
  const text = isPlatform ? `${event} ${service}`.trim() : textIn(data, telling[flow] ?? "");
  const answer = `${textIn(data, "data.response")} ${textIn(data, "data.reason")}`.trim();
  const said =
    flow === "FINALBILL" ? billed(data) : flow === "CSS-OBJECT" ? answer : statusIn(data);
  return { text: text || said, registration: registration || null };
}

/** Of a row for the final bill, the closing reading: `12345.0 X`; `none` where it says that nothing is to be billed. */
function billed(data: unknown): string {
  const all = JSON.stringify(data) ?? "";
  const reading = /"closingReading":"([^"]*)"/.exec(all)?.[1];
  const type = /"readingType":"([^"]*)"/.exec(all)?.[1] ?? "";
  return reading === undefined ? "none" : `${reading} ${type}`.trim();
}

/** Of a talk about readings or a transfer, where it is. */
function statusIn(data: unknown): string {
  const found = /"statusOf(?:ProposedReadings|ErroneousTransfer)":"([^"]*)"/.exec(
    JSON.stringify(data) ?? "",
  );
  return found?.[1] ?? "";
}
