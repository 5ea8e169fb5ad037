import { z } from "zod";
import type { Definitions } from "../../build/build-pending.ts";
import type { TakenUp } from "../commands/process/take-up.ts";
import type { FoundChange } from "../restate/compare-message.ts";
import type { RestateTally } from "../restate/restate.ts";
import { actedEventView, viewActedEvent } from "./event-view.ts";
import { count, id, list } from "./parts.ts";

/** What a restate finds, kind by kind: see `FoundChange`. */
export const restateKinds = ["data", "moved", "gone", "back", "new", "message", "kept"] as const;

const change = z.strictObject({
  kind: z.enum(restateKinds),
  file: id,
  line: z.int(),
  event: id.nullable(),
  to: z.strictObject({ processType: z.string(), key: z.string(), type: z.string() }).nullable(),
  fields: list(
    z.strictObject({
      path: z.string(),
      from: z.unknown().optional(),
      to: z.unknown().optional(),
    }),
  ),
  why: z.string().nullable(),
});

/** What reading kept bytes again came to: how many changes of each kind, and some of them. */
export const restateView = z.strictObject({
  dryRun: z.boolean(),
  files: count,
  refused: count,
  refusedFiles: list(id),
  dropped: count,
  acted: count,
  actedEvents: list(actedEventView),
  data: count,
  moved: count,
  gone: count,
  back: count,
  new: count,
  message: count,
  kept: count,
  fields: z.record(z.string(), count),
  examples: list(change),
});

/** A restate for programs. */
export function viewRestate(
  tally: RestateTally,
  definitions: Definitions,
  dryRun: boolean,
): z.infer<typeof restateView> {
  const of = (kind: FoundChange["kind"]) => tally.kinds.get(kind)?.count ?? 0;
  return {
    dryRun,
    files: tally.files,
    refused: tally.refused,
    refusedFiles: tally.refusedFiles,
    dropped: tally.dropped,
    acted: tally.acted,
    actedEvents: tally.actedEvents.map((one) => viewActedEvent(one, definitions)),
    data: of("data"),
    moved: of("moved"),
    gone: of("gone"),
    back: of("back"),
    new: of("new"),
    message: of("message"),
    kept: of("kept"),
    fields: Object.fromEntries(tally.fields),
    examples: [...tally.kinds.values()].flatMap(({ examples }) => examples.map(viewChange)),
  };
}

function viewChange(found: FoundChange & { readonly file: number }): z.infer<typeof change> {
  const { kind, file, line, event, to, fields, why } = found;
  return { kind, file, line, event, to, fields, why };
}

/** What a type of process that came later took up of past messages. */
export const takenUpView = z.strictObject({
  dryRun: z.boolean(),
  type: z.string(),
  messages: count,
  events: z.record(z.string(), count),
  joining: count,
  recorded: count,
  failed: count,
  error: z.string().nullable(),
});

/** A taking up of past messages, for programs. */
export function viewTakenUp(
  type: string,
  taken: TakenUp,
  dryRun: boolean,
): z.infer<typeof takenUpView> {
  return { dryRun, type, ...taken, events: Object.fromEntries(taken.events) };
}
