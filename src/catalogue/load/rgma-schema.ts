import { z } from "zod";

const code = z
  .string({ error: "must be text: put a number in quotes" })
  .regex(/^[A-Z0-9]{1,5}$/, "is no code such as MTPNT: up to five capital letters and digits");
const names = z.array(code).min(1);
const flow = z.string().regex(/^G\d{4}$/, "is no gas flow such as G0201");

/** `index.json`: every flow version by reference and version. */
export const rgmaIndex = z.record(
  z.string().regex(/^G\d{7}$/, "is no flow reference such as G0201001"),
  z.strictObject({
    name: z.string().min(1),
    /** What headers call it. */
    fileTypes: names,
    routes: z.array(z.tuple([z.string().min(1), z.string().min(1)])).min(1),
  }),
);

/** `records.json`: the data items of each record after its code. */
export const rgmaRecords = z.record(z.string(), z.array(z.string()));

const record = z.strictObject({
  /** A name of `records.json`. */
  record: z.string().min(1),
  min: z.int().min(0),
  /** Absent: no limit. */
  max: z.int().min(1).optional(),
  /** A letter for each item: `1` must have a value, `0` may, `X` stays empty. */
  uses: z.string().regex(/^[10X]*$/),
  /** Where they are not those of `records.json`. */
  items: z.array(z.string()).optional(),
  get groups() {
    return z.array(record).min(1).optional();
  },
});

/** A record at one place of a flow. */
export type RgmaRecord = z.infer<typeof record>;

/** `flows/G0201001.json`: the records of one flow version as they nest. */
export const rgmaFlow = z.strictObject({ groups: z.array(record).min(1) });

/** Where a code is from: a document, people's memory, or nowhere but here. */
const basis = z.enum(["read", "recalled", "assumed"]);
const known = z.strictObject({ code, basis });

/** `codes.json`: what files call what the catalogue names in words. */
export const rgmaCodes = z.strictObject({
  header: known,
  trailer: known,
  records: z.record(z.string(), known),
  roles: z.record(z.string(), names),
  transactionTypes: z.record(flow, names),
});

/** What files call records, roles and transactions. */
export type RgmaCodes = z.infer<typeof rgmaCodes>;

/** What an installation has learned of its partners' files: where they have other codes than are shipped. */
export const ownRgmaCodes = z
  .strictObject({
    trailer: code.describe("Code of the trailer."),
    records: z
      .record(z.string(), code)
      .describe("Codes of records by the catalogue's name, such as Meter Point: MTPNT."),
    roles: z
      .record(z.string(), names)
      .describe(
        "Codes of roles in headers by name, such as CDSP: [CDSP, GT]; the first is written.",
      ),
    transactionTypes: z
      .record(flow, names)
      .describe(
        "Types of transactions (A0144) that tell a flow from those like it: G0203: [REMVE].",
      ),
  })
  .partial();

/** Codes of an installation's own. */
export type OwnRgmaCodes = z.infer<typeof ownRgmaCodes>;
