import { z } from "zod";
import {
  type SnoozeInput,
  snoozeNotices,
  unsnoozeNotices,
} from "../../../app/commands/notice/snooze.ts";
import { tellTest } from "../../../app/commands/notice/tell-test.ts";
import { snoozeView, toldContactView, viewSnooze } from "../../../app/views/notice-view.ts";
import { list } from "../../../app/views/parts.ts";
import { HttpRefusal } from "../../problem/problem.ts";
import { type ActRoute, act } from "../act-route.ts";
import { idText } from "../parameters.ts";

const tag = "Notices";

/** What can be done about what people are notified of. */
export const noticeActs: readonly ActRoute[] = [
  act("/snoozes", {
    tag,
    summary:
      "Has nobody notified of a notice, a channel or anything until a moment. One of notice, channel and all is given.",
    body: {
      notice: z.int().positive().optional(),
      channel: z.string().optional(),
      all: z.literal(true).optional(),
      until: z.iso.datetime({ offset: true }),
    },
    answer: snoozeView,
    status: 201,
    run: async (of, { until, ...what }, { changedBy }) => {
      const asked = { of: snoozed(what), until: Date.parse(until) };
      return viewSnooze(await snoozeNotices(of, asked, changedBy));
    },
  }),
  act("/snoozes/{snooze}/ends", {
    tag,
    summary: "Ends a snooze before its time.",
    input: { snooze: idText },
    answer: snoozeView,
    run: async (of, { snooze: id }, { changedBy }) =>
      viewSnooze(await unsnoozeNotices(of, { id }, changedBy)),
  }),
  act("/notice-tests", {
    tag,
    summary: "Sends one contact, or all of them, a test message at once.",
    body: { contact: z.string().optional() },
    answer: z.strictObject({ items: list(toldContactView) }),
    run: async ({ config, clock }, { contact }) => ({
      items: await tellTest(config, { contact, now: clock.wall() }),
    }),
  }),
];

interface Snoozed {
  readonly notice?: number | undefined;
  readonly channel?: string | undefined;
  readonly all?: true | undefined;
}

function snoozed({ notice, channel, all }: Snoozed): SnoozeInput["of"] {
  const said: SnoozeInput["of"][] = [];
  if (notice !== undefined) said.push({ notice });
  if (channel !== undefined) said.push({ channel });
  if (all !== undefined) said.push({ all });
  const [what, ...others] = said;
  if (what !== undefined && others.length === 0) return what;
  throw new HttpRefusal("BAD_REQUEST", "Give one of notice, channel and all, to say of what");
}
