import type { JsonEventDefinition } from "../../catalogue/json-event-definition.ts";

const nothing = {
  family: "json-event",
  flow: "",
  version: "",
  name: "",
  anyCase: false,
  closed: false,
  mask: null,
  testFlag: null,
  fields: [],
} as const;

/** Both ways that the paths of half-hourly settlement are spelled in public examples, the usual one first. */
function spelled(path: string, ...others: readonly string[]): { readonly paths: string[] } {
  return { paths: [path, ...others] };
}

/** The member that says which interface of half-hourly settlement a message is of. */
export const interfacePath = "CommonBlock.S0.interfaceID";

/** The metering point in block M0, or the principal one in M1, which IF-019 and IF-020 have in its place. */
const mpanPaths = [
  "CommonBlock.M0.MPANCore",
  "CommonBlock.M0.mpanCore",
  "CommonBlock.M1.principalMPAN",
];

/** Where a message of half-hourly settlement names those that it is for. */
export const recipientPaths = [
  "CommonBlock.A0.primaryRecipients",
  "CommonBlock.A0.secondaryRecipients",
  "CommonBlock.A0.always",
];

/** A message of half-hourly settlement: blocks S0, S1, M0, A0 and D0 are the same in all of them. */
const halfHourly: JsonEventDefinition = {
  ...nothing,
  discriminator: { path: interfacePath, values: [] },
  wrapper: "payload",
  items: null,
  versionFrom: spelled("CommonBlock.S0.schemaVersion", "CommonBlock.S0.SchemaVersion"),
  identity: spelled("CommonBlock.S1.senderUniqueReference", "CommonBlock.S1.SenderUniqueReference"),
  testFlag: spelled("CommonBlock.S1.environmentTag", "CommonBlock.S1.EnvironmentTag"),
  created: spelled("CommonBlock.S1.senderTimestamp", "CommonBlock.S1.SenderTimestamp"),
  from: {
    role: spelled("CommonBlock.S1.senderRoleID", "CommonBlock.S1.SenderRoleID"),
    participant: spelled("CommonBlock.S1.senderDIPID", "CommonBlock.S1.SenderDIPID"),
  },
  to: {
    role: null,
    participant: spelled("CommonBlock.A0.primaryRecipients", "CommonBlock.A0.PrimaryRecipients"),
  },
  subject: {
    paths: mpanPaths,
    kind: "mpan",
    otherwise: "mprn",
  },
  known: [
    {
      name: "eventCode",
      ...spelled("CommonBlock.S0.eventCode", "CommonBlock.S0.EventCode"),
      list: true,
    },
    {
      name: "correlationId",
      ...spelled("CommonBlock.S1.senderCorrelationID", "CommonBlock.S1.SenderCorrelationID"),
      list: false,
    },
    { name: "initialCorrelationId", paths: ["CommonBlock.D0.initialCorrelationID"], list: false },
    { name: "transactionId", paths: ["CommonBlock.D0.transactionID"], list: false },
    { name: "replayIndicator", paths: ["CommonBlock.D0.replayIndicator"], list: false },
    {
      name: "mpxn",
      paths: mpanPaths,
      list: false,
    },
  ],
};

/**
 * The definition that says where the header of a definition's messages has what it does not name itself: of
 * half-hourly settlement, whose header is the same in all of them; of any other the definition itself.
 */
export function headerOf(definition: JsonEventDefinition): JsonEventDefinition {
  return definition.discriminator.path === interfacePath ? halfHourly : definition;
}

/** A notification of the switching service: what is beside `data` is the same in all of them. */
const switching: JsonEventDefinition = {
  ...nothing,
  discriminator: { path: "eventType", values: [] },
  wrapper: null,
  items: "data",
  versionFrom: { paths: ["version"] },
  identity: { paths: ["eventId"] },
  created: { paths: ["eventDate"] },
  from: { role: null, participant: { value: "CSS" } },
  to: { role: null, participant: null },
  subject: { paths: ["data.mpxn"], kind: "mpan", otherwise: "mprn" },
  known: [
    "supplierGeneratedReference",
    "registrationRequestId",
    "registrationId",
    "mpxn",
    "correlationId",
  ].map((name) => ({
    name,
    paths: [name === "correlationId" ? name : `data.${name}`],
    list: false,
  })),
};

/**
 * Definitions for events of which nothing but the envelope is known, with what their discriminator must
 * say: the number of a publication of half-hourly settlement (the interfaces are known whole), the number of
 * a switching-service message or what notifications about registrations are called.
 */
export const undescribedKinds: ReadonlyMap<JsonEventDefinition, RegExp> = new Map([
  [halfHourly, /^PUB-\d{3}[A-Z]?$/],
  [switching, /^CSS\d{5}(?:_\d\d)?$|^Registration[A-Za-z]{1,40}Notification$/],
]);
