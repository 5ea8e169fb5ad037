import { z } from "zod";
import { formatPattern } from "../field-format.ts";

const itemReference = z.string().regex(/^J\d{4}$/, "is no data item reference such as J0003");
const flowReference = z.string().regex(/^[A-Z]\d{7}$/, "is no flow reference such as D0010002");
const format = z.string().regex(formatPattern, "is no format such as CHAR(10), NUM(9,1) or DATE");
const codes = z.array(z.string().min(1)).min(1);
const count = z.int().min(0);

/** `index.json`: the name of every flow version, by reference and version. */
export const indexFile = z.record(flowReference, z.string().min(1));

/** What `items.json` says of one data item. */
export const itemEntry = z.strictObject({
  name: z.string().min(1),
  /** Absent: the catalogue states none. */
  format: format.optional(),
  /** A number may carry a sign. */
  signed: z.literal(true).optional(),
  /** The format is not stated but taken from a like item. */
  inferred: z.literal(true).optional(),
  /** Tells something about a person. */
  personal: z.literal(true).optional(),
  /** The values allowed, with what they stand for where that is known. */
  codes: z.union([codes, z.record(z.string().min(1), z.string())]).optional(),
});

/** A data item as `items.json` has it. */
export type ItemData = z.infer<typeof itemEntry>;

/** `items.json`: every data item by reference. An entry is checked when it is first used. */
export const itemsFile = z.record(z.string(), z.unknown());

/** A field of a group in a flow file: its item, and only what differs from it. */
const field = z
  .strictObject({
    item: itemReference.optional(),
    /** In place of an item, where none is known. */
    name: z.string().min(1).optional(),
    format: format.optional(),
    signed: z.literal(true).optional(),
    inferred: z.literal(true).optional(),
    optional: z.literal(true).optional(),
    unused: z.literal(true).optional(),
    codes: codes.optional(),
    personal: z.literal(true).optional(),
    /** The field says what a message is about: a key of this kind. Items that do so need no mark. */
    subject: z.string().optional(),
  })
  .refine((data) => (data.item === undefined) !== (data.name === undefined), {
    error: "needs an item or a name, and not both",
  });
/** A field of a group as a file of the catalogue has it. */
export type FieldData = z.infer<typeof field>;

const group = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{2,3}$/, "is no group code such as 026"),
  name: z.string(),
  min: count,
  /** Absent: no limit. */
  max: count.optional(),
  /** The exact numbers that are right, all between `min` and `max`. */
  counts: z.array(count).min(2).optional(),
  conditional: z.literal(true).optional(),
  /** Each occurrence is a message, though no field of it says what it is about. */
  message: z.literal(true).optional(),
  fields: z.array(field).min(1),
  get groups() {
    return z.array(group).min(1).optional();
  },
});
/** A group of a flow as a file of the catalogue has it. */
export type GroupOfFile = z.infer<typeof group>;

/** `flows/D0010002.json`: the structure of one flow version. */
export const flowFile = z.strictObject({
  withdrawn: z.literal(true).optional(),
  routes: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
  groups: z.array(group).min(1),
});
