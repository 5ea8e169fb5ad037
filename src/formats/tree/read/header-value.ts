import type { Envelope } from "../../../core/file/envelope.ts";

/** A field of a header by the name most families give it; empty for one that the envelope does not tell. */
export function headerValue(key: string, envelope: Envelope): string {
  const { from, to } = envelope;
  switch (key) {
    case "flow":
      return `${envelope.flow}${envelope.version ?? ""}`;
    case "fileIdentifier":
      return envelope.fileIdentifier ?? "";
    case "fromRole":
      return from.role ?? "";
    case "fromParticipant":
      return from.participant ?? "";
    case "toRole":
      return to.role ?? "";
    case "toParticipant":
      return to.participant ?? "";
    case "created":
      return envelope.created ?? "";
    case "testFlag":
      return envelope.testFlag ?? "";
    default:
      return "";
  }
}

/** A field of a header in which date and time of creation are fields of their own, and no version is reported. */
export function gasHeaderValue(key: string, envelope: Envelope): string {
  const created = envelope.created ?? "";
  if (key === "flow") return envelope.flow;
  if (key === "created") return created.slice(0, dateLength);
  return key === "createdTime" ? created.slice(dateLength) : headerValue(key, envelope);
}

const dateLength = 8;
