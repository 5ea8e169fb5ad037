/** What the source of half-hourly settlement messages says: members of each payload, by path. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const count = z.int().min(0);

const member = z.strictObject({
  path: z.string().min(1),
  kind: z.enum(["object", "list", "leaf", "item"]),
  required: z.literal(true).optional(),
  nullable: z.literal(true).optional(),
  type: z.enum(["array", "boolean", "integer", "number"]).optional(),
  min: count.optional(),
  max: count.optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  /** What `least` and `most` leave is one of these already. */
  multipleOf: z.number().optional(),
  minItems: count.optional(),
  maxItems: count.optional(),
  pattern: z.string().optional(),
  codes: z.array(z.string().nullable()).optional(),
  /** Says nothing that could be checked: what is encoded in bytes is not looked into. */
  format: z.string().optional(),
});

const facts = z.object({
  messages: z.record(
    z.string(),
    z.strictObject({
      eventCodes: z.array(z.string().min(1)).min(1),
      schemaVersions: z.array(z.string().min(1)).length(1),
      members: z.array(member).min(1),
    }),
  ),
});

export type FactMember = z.infer<typeof member>;

/** The payload of one interface and one or several of its event codes. */
export interface FactPayload {
  /** e.g. `IF-036-MSAppActive`. */
  readonly name: string;
  /** e.g. `IF-036`. */
  readonly flow: string;
  readonly version: string;
  readonly eventCodes: readonly string[];
  readonly members: readonly FactMember[];
}

/** Reads the source. Throws for anything it does not know. */
export function readFacts(file: string): readonly FactPayload[] {
  const { messages } = facts.parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(messages).map(([name, { eventCodes, schemaVersions, members }]) => ({
    name,
    flow: codeAt(members, "CommonBlock.S0.interfaceID"),
    version: schemaVersions[0] ?? "",
    eventCodes,
    members,
  }));
}

function codeAt(members: readonly FactMember[], path: string): string {
  const [code] = members.find((one) => one.path === path)?.codes ?? [];
  if (typeof code !== "string") throw new Error(`${path} has no code`);
  return code;
}
