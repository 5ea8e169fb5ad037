import { z } from "zod";
import { liftHold, placeHold } from "../../../app/commands/stuck/hold-stage.ts";
import { noteStuck } from "../../../app/commands/stuck/note-stuck.ts";
import { holdView, viewHold } from "../../../app/views/hold-view.ts";
import { type HoldScope, holdableStages } from "../../../core/hold/hold.ts";
import { referenceOf } from "../../../core/stuck/reference.ts";
import { type ActRoute, act } from "../act-route.ts";
import { wordText } from "../parameters.ts";

const verb = z.enum(["assign", "note", "dismiss", "restore"]);
const noted = z.strictObject({ verb, items: z.int().nonnegative().nullable() });

const scope = {
  stage: z.enum(holdableStages),
  channel: z.string().nullable().default(null),
  type: z.string().nullable().default(null),
  name: z.string().nullable().default(null),
};

/** What can be said of what is stuck, and what can be put on hold. */
export const stuckActs: readonly ActRoute[] = [
  act("/stuck/causes/{cause}/notes", {
    tag: "Stuck",
    summary:
      "Assigns, notes, dismisses or restores all that is stuck for a cause. `text`: whom it is assigned to; absent: the reason.",
    input: { cause: wordText },
    body: { verb, text: z.string().max(2_000).optional() },
    answer: noted,
    run: async (of, { cause, verb: said, text }, { changedBy }) => {
      const saying = { verb: said, text: text ?? changedBy.reason, on: { cause } };
      return { verb: said, items: await noteStuck(of, saying, changedBy) };
    },
  }),
  act("/stuck/items/{item}/notes", {
    tag: "Stuck",
    summary: "Assigns, notes, dismisses or restores one thing that is stuck, e.g. `file 12`.",
    input: { item: wordText },
    body: { verb, text: z.string().max(2_000).optional() },
    answer: noted,
    run: async (of, { item, verb: said, text }, { changedBy }) => {
      const on = referenceOf(item.split(" "));
      const saying = { verb: said, text: text ?? changedBy.reason, on };
      return { verb: said, items: await noteStuck(of, saying, changedBy) };
    },
  }),
  act("/holds", {
    tag: "Holds",
    summary: "Puts a hold on a stage, or on a part of it: what comes waits.",
    body: scope,
    answer: holdView,
    status: 201,
    run: async (of, given, { changedBy }) =>
      viewHold((await placeHold(of, scopeOf(given), changedBy)).hold),
  }),
  act("/holds/releases", {
    tag: "Holds",
    summary: "Ends the hold that was placed on just this scope.",
    body: scope,
    answer: holdView,
    run: async (of, given, { changedBy }) =>
      viewHold(await liftHold(of, scopeOf(given), changedBy)),
  }),
];

function scopeOf({ stage, channel, type, name }: HoldScope): HoldScope {
  return { stage, channel, type, name };
}
