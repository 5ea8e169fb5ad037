import { z } from "zod";
import type { Verdict } from "../../core/define/condition.ts";

/** A moment as views give it: ISO 8601 in UTC with milliseconds, e.g. `2026-03-02T15:31:51.000Z`. */
export const moment = z.iso.datetime({ precision: 3 });

/** How many of something; never negative. */
export const count = z.int().nonnegative();

/** The names of counts that end at 10,000 though there are more; absent where all are exact. */
export const capped = list(z.string()).optional();

/** A number that something has in the store, counted from 1. */
export const id = z.int().positive();

/** A list that whoever gets it leaves as it is. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}

/** Where the next page of a list begins, behind the last object of a page that is not the last. */
export const nextPageView = z.strictObject({ next: z.string() });

/** Something found wrong in a file: where, what, and what to do. */
export const problemView = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  line: z.int().nullable(),
  group: z.string().nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  kind: z.string().exactOptional(),
  message: z.string(),
});

/** A party of the market: role letter and participant, each null where the file does not say. */
export const partyView = z.strictObject({
  role: z.string().nullable(),
  participant: z.string().nullable(),
});

/** Header and trailer of a file in one shape for every family. */
export const envelopeView = z.strictObject({
  family: z.string(),
  flow: z.string(),
  version: z.string().nullable(),
  fileIdentifier: z.string().nullable(),
  from: partyView,
  to: partyView,
  created: z.string().nullable(),
  testFlag: z.string().nullable(),
});

/** What a condition said, and on which values. */
export const verdictView = z.strictObject({
  condition: z.string(),
  holds: z.boolean(),
  saw: z.looseObject({}),
});

/** A verdict for programs. */
export function viewVerdict(verdict: Verdict): z.infer<typeof verdictView> {
  return { ...verdict, saw: { ...verdict.saw } };
}
