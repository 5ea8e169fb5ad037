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
  "integer",
  "boolean",
  "date",
  "datetime",
  "object",
  "list",
  "text-or-list",
  "text-list",
] as const;

const least = z.number({ error: "must be a number" });
const limits = z
  .strictObject({ min: least.optional(), max: least.optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, "needs min, max or both")
  .refine(({ min, max }) => (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY), "has min above max");

const pattern = z
  .string({ error: "must be a regular expression such as ^[A-Z]{4}$" })
  .refine(isPattern, "is no regular expression such as ^[A-Z]{4}$");

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u").source !== "";
  } catch {
    return false;
  }
}

const field = z.strictObject({
  path,
  type: z.enum(fieldTypes).default("text"),
  optional: parts.yes
    .optional()
    .describe("May be missing, null or empty; what must be in it must be there where it is."),
  when: z
    .strictObject({ path, values: z.array(words).min(1) })
    .optional()
    .describe("The events that it is in: those whose member at the path has one of the values."),
  nullable: parts.yes.optional().describe("Must be there, and may be null."),
  needed: parts.yes
    .optional()
    .describe("In a tolerant definition: what breaks it holds the message all the same."),
  pattern: pattern.optional().describe("A text that does not match is a warning."),
  length: limits.optional().describe("How many characters; others are a warning."),
  range: limits.optional().describe("Least and greatest number; others are a warning."),
  count: limits.optional().describe("How many elements of a list; others are a warning."),
  aliases: z
    .array(z.string().regex(/^[^.\s]+$/, "is no name of a member"))
    .min(1)
    .optional()
    .describe("Other names that senders give the member; data has it under its own."),
  codes: parts.codes.optional(),
  exhaustive: parts.yes
    .optional()
    .describe("The codes are all there are: another value holds the message."),
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
  wrapper: words.optional().describe("A name under which the whole event may be."),
  items: path
    .optional()
    .describe("The member with one object or an array of them, each a message of its own."),
  anyCase: parts.yes
    .optional()
    .describe("Names of members count whatever their capitals; data has them as written here."),
  mask: words
    .optional()
    .describe("What is given in place of a value that the recipient may not see, such as x."),
  tolerant: parts.yes
    .optional()
    .describe("What is missing or of another form is a warning, save in fields that are needed."),
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
