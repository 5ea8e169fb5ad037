import { z } from "zod";
import type { StuckItem, StuckNote } from "../../core/stuck/stuck.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import type { StuckCause } from "../../store/stuck/stuck-causes.ts";
import { stuckKind, stuckKinds } from "../../store/stuck/stuck-kinds.ts";
import { statusListView } from "./channel-view.ts";
import { clockView, daemonView } from "./daemon/daemon-view.ts";
import { holdView } from "./hold-view.ts";
import { outboundState } from "./outbound-view.ts";
import { count, id, list, moment } from "./parts.ts";
import { adviceView, remedyView, viewAdvice } from "./remedy-view.ts";

const kindView = z.enum(stuckKinds);

/** An outbound file that another waits for. */
const fileBefore = z.strictObject({
  id,
  name: z.string(),
  state: outboundState,
  onHold: z.boolean(),
  problem: z.string().nullable(),
});

const causePart = { id: z.string(), title: z.string() };

/** Something that a person said about what is stuck; `on` is null where it was said of a whole cause. */
const stuckNoteView = z.strictObject({
  verb: z.enum(["assign", "note", "dismiss", "restore"]),
  cause: z.string(),
  on: z.strictObject({ kind: kindView, number: id }).nullable(),
  text: z.string(),
  actor: z.string(),
  at: moment,
});

/** What a person said about what is stuck, as views give it. */
export type StuckNoteView = z.infer<typeof stuckNoteView>;

/** One stuck thing; `quoted`: what name and reason quote of a file or process; `retryAt`: when it is retried automatically. */
export const stuckItemView = z.strictObject({
  kind: kindView,
  number: id,
  item: z.string(),
  cause: z.strictObject(causePart),
  file: id.nullable(),
  message: id.nullable(),
  since: moment,
  name: z.string(),
  reason: z.string(),
  quoted: list(z.string()).optional(),
  retryAt: moment.optional(),
  behind: fileBefore.optional(),
  assignee: z.string().nullable(),
  notes: count,
  said: list(stuckNoteView),
  dismissed: stuckNoteView.nullable(),
});

/** A stuck thing as views give it. */
export type StuckItemView = z.infer<typeof stuckItemView>;

/** A stuck thing for programs, with all that was said of it. */
export function viewStuckItem(item: StuckItem): StuckItemView {
  const { dismissed, said, since, retryAt, ...rest } = item;
  return {
    ...rest,
    since: utcTime(since),
    ...viewRetry(retryAt),
    said: said.map(viewStuckNote),
    dismissed: dismissed === null ? null : viewStuckNote(dismissed),
  };
}

function viewRetry(at: number | undefined): { retryAt?: string } {
  return at === undefined ? {} : { retryAt: utcTime(at) };
}

/** What a person said about what is stuck, for programs. */
export function viewStuckNote(note: StuckNote): StuckNoteView {
  return { ...note, at: utcTime(note.at) };
}

/** Everything that is stuck for one cause, with an example and the ways to settle it. */
export const stuckCauseView = z.strictObject({
  ...causePart,
  kind: kindView,
  count,
  dismissed: count,
  since: moment,
  retryAt: moment.optional(),
  behind: fileBefore.optional(),
  assignees: list(z.string()),
  example: stuckItemView,
  ways: list(adviceView),
});

/** A cause as views give it. */
export type StuckCauseView = z.infer<typeof stuckCauseView>;

/** A cause for programs. */
export function viewStuckCause(cause: StuckCause): StuckCauseView {
  const { since, retryAt, example, ...rest } = cause;
  return {
    ...rest,
    since: utcTime(since),
    ...viewRetry(retryAt),
    example: viewStuckItem(example),
    ways: stuckKind(cause.kind).ways(cause).map(viewAdvice),
  };
}

/** What keeps work from being done though it is not stuck itself: a hold, the clock, the daemon or a channel. */
export const besideStuckView = z.discriminatedUnion("kind", [
  holdView.extend({ kind: z.literal("hold"), remedy: remedyView }),
  clockView.extend({ kind: z.literal("clock") }),
  daemonView.extend({
    kind: z.literal("daemon"),
    problem: z.string(),
    settle: adviceView.nullable(),
  }),
  z.strictObject({
    kind: z.literal("channel"),
    name: z.string(),
    direction: z.enum(["in", "out"]),
    state: z.string(),
    problem: z.string().nullable(),
    retryAt: moment.nullable(),
    troubled: statusListView.optional(),
  }),
]);

/** Something beside what is stuck, as views give it. */
export type BesideStuckView = z.infer<typeof besideStuckView>;
