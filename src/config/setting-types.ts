import { z } from "zod";

/** Text that is not empty. */
export const text = (expected: string) =>
  z.string({ error: expected }).refine((value) => value.trim() !== "", { error: expected });

/** A path as people write it. */
export const path = text("a path, relative to this file or absolute");

const shapes = new WeakMap<z.core.$ZodType, () => z.ZodType>();

/**
 * Notes what a setting looks like in the file where its schema, which reads anything and says itself what is wrong,
 * does not tell.
 */
export function shownAs<Schema extends z.ZodType>(schema: Schema, shape: () => z.ZodType): Schema {
  shapes.set(schema, shape);
  return schema;
}

/** What was noted of a schema by `shownAs`; null where the schema shows it. */
export function shownShape(schema: z.core.$ZodType): z.ZodType | null {
  return shapes.get(schema)?.() ?? null;
}

/** Text read as a number with a unit; the number is bounded below. */
export function quantity(parse: (text: string) => number | null, expected: string, least: number) {
  const read = z.unknown().transform((value, context) => {
    const amount = typeof value === "string" ? parse(value) : null;
    if (amount !== null && amount >= least) return amount;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });
  return shownAs(read, () => z.string({ error: expected }).regex(quantityForm));
}

const quantityForm = /^\s*\d+(\.\d+)?\s*[A-Za-z]+\s*$/;

const markerExpected = 'a name made of the file\'s, such as "{name}.done", or null';

/** How a marker file is named after the file that it says is complete. */
export const marker = z
  .string({ error: markerExpected })
  .refine((value) => value.includes("{name}") && !value.includes("/"), { error: markerExpected })
  .nullable();

/** A participant, in any role or with its role letter: `SUPP`, `X:SUPP`. */
export const participantReference = /^([A-Z0-9]{1,2}:)?[A-Z0-9]{1,10}$/;

const channelExpected = "the name of a channel, or null";

/** The name of another channel. */
export const channelReference = z.string({ error: channelExpected }).min(1, {
  error: channelExpected,
});
