import { z } from "zod";

/** Text with something in it. */
export const words = z.string({ error: "must be text" }).min(1, "must not be empty");

/** A flow's reference without its version. */
const flow = z
  .string({ error: "must be a flow's reference such as ORDERS" })
  .regex(
    /^[A-Z][A-Z0-9-]{0,19}$/,
    "is no flow reference: up to 20 capital letters, digits and dashes, a letter first, such as ORDERS",
  );

const version = z
  .string({ error: "must be text: put a number in quotes" })
  .regex(/^[A-Za-z0-9.]{1,10}$/, "is no version such as 001: up to 10 letters, digits and points");

const subjectKind = z
  .string({ error: "must be the kind of a subject such as mpan or order" })
  .regex(
    /^[a-z][a-z0-9-]{0,30}$/,
    "is no kind of subject such as mpan or order: small letters, digits and dashes",
  );

const codes = z.array(z.string({ error: "must be text: put a number in quotes" }).min(1)).min(1);

const yes = z.literal(true, { error: "can only be true; leave it out otherwise" });

/** What every definition begins with, and parts that several have. */
export const parts = {
  flow: flow.describe("The flow's reference without its version, such as ORDERS."),
  version: version.describe("Its version, such as 001. Text: put a number in quotes."),
  name: words.describe("What people call it."),
  subjectKind,
  codes: codes.describe("The values known. Another one is a warning, no error."),
  yes,
  personal: yes
    .optional()
    .describe("Says who or where a person is, or how to reach them: erasure replaces it."),
};
