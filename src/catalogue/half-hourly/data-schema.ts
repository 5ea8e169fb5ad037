import { z } from "zod";

const words = z.string().min(1);
const count = z.int().min(0);
const limits = z.tuple([z.number().nullable(), z.number().nullable()]);
const yes = z.literal(true);
const flow = z.string().regex(/^(?:IF|REP)-\d{3}[A-Z]?$/, "is no interface such as IF-036");

/** `index.json`: version and name of every interface. */
export const halfHourlyIndex = z.record(flow, z.strictObject({ version: words, name: words }));

const item = z.strictObject({
  /** Absent: text. */
  type: z.enum(["boolean", "integer", "number", "date", "datetime"]).optional(),
  nullable: yes.optional(),
  /** A process cannot do without it. */
  needed: yes.optional(),
  length: limits.optional(),
  range: limits.optional(),
  pattern: words.optional(),
  codes: z.array(words).min(1).optional(),
  personal: yes.optional(),
  aliases: z.array(words).min(1).optional(),
});
/** A member without members, as `items.json` has it. */
export type HalfHourlyItem = z.infer<typeof item>;

/** `items.json`: every member without members, by its name. */
export const halfHourlyItems = z.record(words, item);

const kind = z.enum(["object", "list", "text-list"]);

/** A member: its name, with `?` where it may be missing, or one that has members. */
const group = z.strictObject({
  name: words,
  kind,
  optional: yes.optional(),
  min: count.optional(),
  max: count.optional(),
  length: limits.optional(),
  get members() {
    return z.array(z.union([words, group])).optional();
  },
});
/** A member of a block: the name of an item, or a group with members of its own. */
export type HalfHourlyMember = string | z.infer<typeof group>;

const members = z.array(z.union([words, group]));

/** `blocks.json`: what several interfaces have, by path. */
export const halfHourlyBlocks = z.record(
  words,
  z.strictObject({ kind, aliases: z.array(words).min(1).optional(), members }),
);
/** A block of messages that several interfaces have, as `blocks.json` has it. */
export type HalfHourlyBlock = z.infer<typeof halfHourlyBlocks>[string];

const entry = z.strictObject({
  block: words,
  /** The event codes it is in; absent: all of the flow. */
  when: z.array(words).min(1).optional(),
  optional: yes.optional(),
  /** Nothing in it must be there, or nothing in these members. */
  loose: z.union([yes, z.array(words).min(1)]).optional(),
  min: count.optional(),
  max: count.optional(),
  /** Of a block that no other flow has. */
  members: members.optional(),
});
/** A block of a message, as the file of its interface has it. */
export type HalfHourlyEntry = z.infer<typeof entry>;

/** `flows/IF-036.json`: the event codes of an interface, and the blocks of its messages. */
export const halfHourlyFlow = z.strictObject({
  events: z.array(words).min(1),
  blocks: z.array(z.union([words, entry])).min(1),
});
