import { z } from "zod";
import { layoutProblem } from "../../catalogue/layout.ts";
import { parts, words } from "./parts-schema.ts";
import { format, item } from "./tree-schema.ts";

const layout = z
  .string({ error: "must be text" })
  .describe(
    "How dates and times are written, such as dd/MM/yyyy, yyyy-MM-dd HH:mm or iso; for BOOLEAN its two words, such as Y/N.",
  );

const column = z
  .strictObject({
    name: words.describe("As the header line has it."),
    key: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]*$/, "is no key such as orderNumber")
      .optional()
      .describe("Its name in data. Absent: made from the name, in camel case."),
    aliases: z.array(words).default([]).describe("Other names that a header line may give it."),
    item: item.optional(),
    format: format.optional(),
    signed: parts.yes.optional().describe("A number may carry a sign."),
    layout: layout.optional(),
    optional: parts.yes.optional().describe("The column may be missing, and its values empty."),
    codes: parts.codes.optional(),
    personal: parts.personal,
    line: parts.yes
      .optional()
      .describe("Given for each line of a message; the others are given once and must agree."),
    closed: parts.yes
      .optional()
      .describe("Blanks inside its values are left out: 99 0000 0001 000 is 9900000001000."),
  })
  .superRefine((data, context) => {
    const wrong = layoutProblem(data.format, data.layout);
    if (wrong !== null) context.addIssue({ code: "custom", path: ["layout"], message: wrong });
  });

/** A column as a definition writes it. */
export type WrittenColumn = z.infer<typeof column>;

const party = z.strictObject({ role: words.optional(), participant: words.optional() });

/** A flow whose files are CSV with a line of column names. */
export const tableDefinition = z.strictObject({
  family: z.literal("headed-csv"),
  flow: parts.flow,
  version: parts.version,
  name: parts.name,
  delimiter: z
    .string()
    .regex(/^[,;\t|]$/, "must be one of , ; | and tab")
    .default(","),
  charset: z.enum(["utf-8", "latin1"]).default("utf-8"),
  trim: parts.yes.optional().describe("Blanks around values are left out: ` E ` is `E`."),
  from: party.optional().describe("Who sends it: the file does not say."),
  to: party.optional(),
  dates: z
    .strictObject({ date: layout, datetime: layout, time: layout })
    .partial()
    .superRefine((data, context) => {
      for (const kind of ["date", "datetime", "time"] as const) {
        const wrong = layoutProblem(kind.toUpperCase(), data[kind]);
        if (wrong !== null) context.addIssue({ code: "custom", path: [kind], message: wrong });
      }
    })
    .optional()
    .describe("How the columns write dates and times that have no layout of their own."),
  recognisedBy: z
    .array(words)
    .min(1)
    .optional()
    .describe("Columns that mark a header line as this table's. Absent: most of those required."),
  groupBy: z
    .array(words)
    .min(1)
    .optional()
    .describe(
      "Columns that the rows of one message, which follow each other, agree in. Absent: each row is a message.",
    ),
  subject: z
    .strictObject({
      column: words,
      kind: parts.subjectKind,
      otherwise: parts.subjectKind.optional(),
    })
    .optional()
    .describe(
      "What a message is about; `otherwise` is the kind of what is not 13 digits, where it is another.",
    ),
  columns: z.array(column).min(1),
});

/** A table as a definition writes it. */
export type WrittenTable = z.infer<typeof tableDefinition>;
