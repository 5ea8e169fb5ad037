import { z } from "zod";
import { formatPattern, readFormat } from "../../catalogue/field-format.ts";
import { treeEnvelopes, treeFamilyNames } from "../tree-rows.ts";
import { parts, words } from "./parts-schema.ts";

/** A format as definitions write it. */
export const format = z
  .string({ error: "must be a format such as CHAR(10)" })
  .regex(formatPattern, "is no format such as CHAR(10), NUM(9,1), INT(4), DATE or BOOLEAN")
  .refine(hasRoomForDecimals, {
    error: "has more decimals than digits: the first number counts them all, as in NUM(9,1)",
  })
  .describe("CHAR(n), NUM(n,m), INT(n), DATE, DATETIME, TIME or BOOLEAN. Absent: any text.");

function hasRoomForDecimals(text: string): boolean {
  const format = readFormat(text, false);
  return format.kind !== "number" || format.decimals <= format.digits;
}

/** A data item of the catalogue that comes with Busbar. */
export const item = z
  .string()
  .regex(/^J\d{4}$/, "is no data item reference such as J0003")
  .describe("A data item of the shipped catalogue: gives name, format and codes.");

const count = z.int({ error: "must be a whole number" }).min(0, "must not be negative");

const field = z
  .strictObject({
    item: item.optional(),
    name: words.optional().describe("In place of an item. The name in data is made from it."),
    format: format.optional(),
    signed: parts.yes.optional().describe("A number may carry a sign."),
    inferred: parts.yes.optional().describe("The format is a guess: what breaks it is no error."),
    optional: parts.yes.optional().describe("May be empty."),
    unused: parts.yes.optional().describe("The position is kept and always empty."),
    codes: parts.codes.optional(),
    personal: parts.personal,
    subject: parts.subjectKind
      .optional()
      .describe("The field says what a message is about: a key of this kind, such as mprn."),
  })
  .refine((data) => (data.item === undefined) !== (data.name === undefined), {
    error: "needs an item or a name, and not both",
  });

const group = z
  .strictObject({
    code: z
      .string({ error: "must be text: put a number in quotes" })
      .regex(/^[A-Z0-9_]{1,10}$/, "is no record code such as 026 or K13")
      .describe("What its lines begin with."),
    name: z.string({ error: "must be text" }).describe("What people call it; may be empty."),
    level: z
      .int()
      .min(1)
      .optional()
      .describe("In a flat list: below the last record before it of the level above."),
    min: count.describe("How often it occurs at least below one parent."),
    max: count.optional().describe("How often at most. Absent: no limit."),
    counts: z.array(count).min(2).optional().describe("The exact numbers that are right."),
    conditional: parts.yes.optional().describe("Depends on something: its absence is no error."),
    message: parts.yes
      .optional()
      .describe("Each is a message of its own, though no field says what it is about."),
    fields: z.array(field),
    get groups() {
      return z.array(group).min(1).optional();
    },
  })
  .describe("A record, with the records below it.");

/** A group as a definition writes it. */
export type WrittenGroup = z.infer<typeof group>;

const sequence = z.strictObject({
  check: z.enum(["strict", "warn", "off"]),
  onGap: z.enum(["wait", "pass"]),
});

const rules = z
  .strictObject({
    delimiter: z.string().length(1, "must be one character"),
    quoting: z.enum(["none", "text", "all-text", "needed"]),
    envelope: z.enum(treeEnvelopes),
    tree: z.enum(["parent", "level"]),
    count: z.enum(["groups", "records", "undecided", "none"]),
    checksum: z.enum(["xor", "opaque", "none"]),
    sequence,
  })
  .partial();

/** A flow whose files are records in a tree, from a header to a trailer. */
export const treeDefinition = z.strictObject({
  family: z.enum(treeFamilyNames).describe("How its files are written."),
  flow: parts.flow,
  version: parts.version,
  name: parts.name,
  withdrawn: parts.yes.optional().describe("No longer sent; kept so that old files can be read."),
  partial: parts.yes
    .optional()
    .describe("Only part of it is known: other records and further fields are kept as they are."),
  routes: z
    .array(z.tuple([words, words], { error: "must be two roles: from which, to which" }))
    .default([])
    .describe("From which role to which."),
  rules: rules.optional().describe("Where they differ from the family's."),
  groups: z
    .array(group)
    .min(1)
    .describe("The records between header and trailer: nested, or flat with levels."),
});

/** A record tree as a definition writes it. */
export type WrittenTree = z.infer<typeof treeDefinition>;
