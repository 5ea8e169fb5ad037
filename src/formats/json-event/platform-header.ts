import { nameSpelled, textSpelled } from "./json-path.ts";
import { jsonLimits } from "./limits.ts";
import { parseJson } from "./text/parse-json.ts";

/** What a message of half-hourly settlement says of itself, as the platform's answers repeat it; null where it says nothing. */
export interface PlatformHeader {
  readonly senderUniqueReference: string | null;
  readonly transactionID: string | null;
  readonly correlationID: string | null;
  readonly sentTimestamp: string | null;
  readonly senderID: string | null;
  readonly recipientID: string | null;
  readonly DIPConnectionProviderID: string | null;
  readonly serviceTicketURL: string | null;
  /** It says that it is sent again. */
  readonly replay: boolean;
}

/** Reads a message's header from its text, whatever else is wrong with it. */
export function platformHeader(text: string): PlatformHeader {
  const parsed = parseJson(text, jsonLimits);
  const top = parsed.kind === "json" ? parsed.top : null;
  const wrapper = top?.kind === "object" ? nameSpelled(top, "payload") : undefined;
  const inside = top?.kind !== "object" || wrapper === undefined ? top : top.members.get(wrapper);
  const find = (path: string) =>
    inside?.kind !== "object" ? null : textSpelled(inside, `CommonBlock.${path}`);
  return {
    senderUniqueReference: find("S1.senderUniqueReference"),
    transactionID: find("D0.transactionID"),
    correlationID: find("S1.senderCorrelationID"),
    sentTimestamp: find("S1.senderTimestamp"),
    senderID: find("S1.senderDIPID"),
    recipientID: find("A0.primaryRecipients"),
    DIPConnectionProviderID: find("S1.DIPConnectionProviderID"),
    serviceTicketURL: find("D0.serviceTicketURL"),
    replay: find("D0.replayIndicator") === "true",
  };
}
