import { z } from "zod";

/** A number that something has in the store, as a path or query has it. */
export const idText = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { error: "a number, counted from 1" })
  .transform(Number);

/** Yes or no, as a query has it. */
export const yesText = z
  .enum(["true", "false"], { error: "true or false" })
  .transform((text) => text === "true");

/** A word that is not empty. */
export const wordText = z.string().min(1, { error: "a word" }).max(500, { error: "a short word" });

const momentExpected = "a day such as 2026-03-02, or a moment such as 2026-03-02T09:30:00Z";

/** A moment or a day, as milliseconds since 1970; of a day its start in UTC, or its end. */
export function momentText(end: "start" | "end") {
  return z.string({ error: momentExpected }).transform((text, context): number => {
    const day = /^\d{4}-\d\d-\d\d$/.test(text);
    const at = day || /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
    if (Number.isNaN(at)) {
      context.addIssue({ code: "custom", message: momentExpected });
      return z.NEVER;
    }
    return day && end === "end" ? at + 86_399_999 : at;
  });
}

/** How many items a page has where nobody says, and at most. */
const usualLimit = 50;
const mostItems = 500;

/** What every list is asked by. */
export const pageInput = {
  after: z.string().max(500).optional().meta({ description: "the `next` of the page before" }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, { error: `a number from 1 to ${mostItems}` })
    .transform(Number)
    .refine((number) => number >= 1 && number <= mostItems, {
      error: `a number from 1 to ${mostItems}`,
    })
    .prefault(String(usualLimit))
    .meta({ description: "items of a page" }),
};

/** What lists of files are asked by. */
export const envelopeInput = {
  flow: wordText.optional(),
  sender: wordText.optional(),
  recipient: wordText.optional(),
  since: momentText("start").optional(),
  until: momentText("end").optional(),
};

/** What lists of what files brought are asked by. */
export const broughtInput = { ...envelopeInput, problem: wordText.optional() };
