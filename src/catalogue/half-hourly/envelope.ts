import type { JsonEventDefinition } from "../json-event-definition.ts";

const at = (...paths: readonly string[]) => ({ paths });

/** What all interfaces have in common: where the envelope, the subject and the correlators are. */
export function halfHourlyEnvelope(
  flow: string,
): Omit<JsonEventDefinition, "flow" | "version" | "name" | "fields"> {
  const subject = subjectOf(flow);
  return {
    family: "json-event",
    discriminator: { path: "CommonBlock.S0.interfaceID", values: [flow] },
    wrapper: "payload",
    items: null,
    anyCase: true,
    closed: true,
    mask: "x",
    versionFrom: at("CommonBlock.S0.schemaVersion"),
    identity: at("CommonBlock.S1.senderUniqueReference"),
    created: at("CommonBlock.S1.senderTimestamp"),
    testFlag: at("CommonBlock.S1.environmentTag"),
    from: {
      role: at("CommonBlock.S1.senderRoleID"),
      participant: at("CommonBlock.S1.senderDIPID"),
    },
    to: { role: null, participant: at("CommonBlock.A0.primaryRecipients") },
    subject,
    known: [
      known("eventCode", "CommonBlock.S0.eventCode", true),
      known("gspGroupId", "CommonBlock.M0.GSPGroupID"),
      known("correlationId", "CommonBlock.S1.senderCorrelationID"),
      known("initialCorrelationId", "CommonBlock.D0.initialCorrelationID"),
      known("transactionId", "CommonBlock.D0.transactionID"),
      known("replayIndicator", "CommonBlock.D0.replayIndicator"),
      ...(subject?.paths.map((path) => known("mpxn", path)) ?? []),
      known("registrationId", "CustomBlock.B013.CSSRegistrationID"),
    ],
  };
}

function known(name: string, path: string, list = false) {
  return { name, paths: [path], list };
}

/** Messages about no metering point: load shapes, industry standing data, and reports. */
const withoutSubject = /^(?:IF-022|IF-023|IF-047|REP-.*)$/;
/** Messages about the metering point that others are linked or related to. */
const aboutPrincipal = /^IF-0(?:19|20)$/;

function subjectOf(flow: string): JsonEventDefinition["subject"] {
  if (withoutSubject.test(flow)) return null;
  const path = aboutPrincipal.test(flow)
    ? "CommonBlock.M1.principalMPAN"
    : "CommonBlock.M0.MPANCore";
  return { paths: [path], kind: "mpan", otherwise: "mprn" };
}
