import { z } from "zod";
import { parts, words } from "./parts-schema.ts";

const path = z
  .string({ error: "must be a path such as data.mpxn" })
  .regex(/^[^.\s]+(?:\.[^.\s]+)*$/, "is no path such as data.mpxn")
  .describe("Member names from the event's top, with points between.");

const source = z
  .union(
    [
      path.transform((one) => ({ paths: [one] })),
      z.strictObject({ paths: z.array(path).min(1) }),
      z.strictObject({ value: words }),
    ],
    { error: "must be a path such as data.mpxn, { paths: [...] } or { value: ... }" },
  )
  .describe("A path; several, of which the first with a value counts; or a value of its own.");

const party = z.strictObject({ role: source, participant: source }).partial();

const fieldTypes = [
  "text",
  "number",
  "boolean",
  "date",
  "datetime",
  "object",
  "list",
  "text-or-list",
] as const;

const field = z.strictObject({
  path,
  type: z.enum(fieldTypes).default("text"),
  optional: parts.yes.optional().describe("May be missing, null or empty."),
  codes: parts.codes.optional(),
  personal: parts.personal,
});

const known = z.union(
  [
    z.strictObject({ paths: z.array(path).min(1), list: parts.yes.optional() }),
    path.transform((one) => ({ paths: [one], list: undefined })),
  ],
  { error: "must be a path such as data.mpxn or { paths: [...], list: true }" },
);

/** A flow whose files are JSON: one event, or an array of them. */
export const jsonEventDefinition = z.strictObject({
  family: z.literal("json-event"),
  flow: parts.flow,
  version: parts.version,
  name: parts.name,
  discriminator: z
    .strictObject({ path, values: z.array(words).min(1) })
    .describe("The member that says which event it is, and its values for this flow."),
  wrapper: words.optional().describe("A name under which the whole event may stand."),
  items: path
    .optional()
    .describe("The member with one object or an array of them, each a message of its own."),
  versionFrom: source.optional(),
  identity: source.optional().describe("The sender's own identifier of the event."),
  created: source.optional().describe("When it was sent."),
  testFlag: source.optional(),
  from: party.optional(),
  to: party.optional(),
  subject: z
    .strictObject({
      paths: z.array(path).min(1),
      kind: parts.subjectKind.default("mpan"),
      otherwise: parts.subjectKind.default("mprn"),
    })
    .optional()
    .describe("What a message is about: of the one kind when it is 13 digits, else of the other."),
  known: z
    .record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, "is no name such as registrationId"), known)
    .optional()
    .describe("Values that data has under one name, however they are sent."),
  fields: z.array(field).default([]),
});

/** A JSON event as a definition writes it. */
export type WrittenJsonEvent = z.infer<typeof jsonEventDefinition>;
