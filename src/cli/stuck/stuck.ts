import {
  type EnvelopeFilters,
  envelopeFilterOf,
  isEnvelopeAsked,
} from "../../app/asked/filters.ts";
import {
  type BesideStuck,
  sayNothingStuck,
  seeBesideStuck,
  viewBesideStuck,
} from "../../app/queries/beside-stuck.ts";
import { listStuckCauses } from "../../app/queries/lists/stuck-causes.ts";
import { listStuck } from "../../app/queries/lists/stuck-items.ts";
import { countDismissed, notesOfCause } from "../../app/queries/stuck.ts";
import type { StuckCauseView, StuckNoteView } from "../../app/views/stuck-view.ts";
import type { StuckKind } from "../../core/stuck/stuck-kind.ts";
import { counted } from "../../runtime/counted.ts";
import { isFailing } from "../../store/stuck/stuck-kinds.ts";
import type { CommandContext } from "../context.ts";
import { actorOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { aboutCodes } from "../file/taken-in.ts";
import type { Output } from "../output.ts";
import { besideLines } from "../print/beside-stuck.ts";
import { printList } from "../print/list-page.ts";
import type { ListOptions } from "../print/listing.ts";
import { type Session, withStore } from "../session.ts";
import { causeLines, itemLines, noteLine } from "./stuck-lines.ts";

/** `busbar stuck`. */
export interface StuckOptions extends ListOptions, EnvelopeFilters {
  readonly all?: boolean;
  readonly cause?: string;
  readonly kind?: StuckKind;
  readonly mine?: boolean;
  readonly dismissed?: boolean;
}

/** Said where only some of the items are asked for, which are given to programs alone. */
const besideItems =
  "busbar: work is on hold, or the clock, the daemon or a channel is in trouble: `busbar stuck --json` says which";

/** `busbar stuck`: what needs a person, grouped by its cause; or the items themselves. */
export function stuck(context: CommandContext, options: StuckOptions): Promise<ExitCode> {
  const { output } = context;
  const { all, cause, kind, mine, dismissed } = options;
  const listsSome =
    mine === true ||
    dismissed === true ||
    cause !== undefined ||
    kind !== undefined ||
    isEnvelopeAsked(options);
  return withStore(context, async (session) => {
    const beside = await seeBesideStuck(session);
    if (!options.json) await output.lines(besideLines(beside));
    else {
      const said = viewBesideStuck(beside);
      if (!listsSome) for (const line of said) await output.json(line);
      else if (said.length > 0) context.say(besideItems);
    }
    if (all === true || listsSome) await printItems(context, session, options);
    else await printCauses(context, session, options, beside);
    return exitCode.good;
  });
}

async function printCauses(
  context: CommandContext,
  session: Session,
  options: StuckOptions,
  beside: BesideStuck,
): Promise<void> {
  const { output } = context;
  const nothing = sayNothingStuck(besideLines(beside).length > 0);
  let before: StuckCauseView | null = null;
  const shown = (cause: StuckCauseView): string[] => {
    const heading = isFailing(cause.kind) && (before === null || !isFailing(before.kind));
    const gap = before === null ? [nothing, ""] : [];
    before = cause;
    return [...(heading ? [...gap, "Failing, and tried again", ""] : []), ...causeLines(cause)];
  };
  await printList(context, options, session, {
    query: listStuckCauses,
    wanted: {},
    shown,
    nothing,
  });
  if (options.json) return;
  if (before !== null)
    await output.lines([
      "The items: busbar stuck --cause ID, or --all. One's whole story: busbar why ITEM",
      aboutCodes,
    ]);
  const dismissed = await countDismissed(session);
  if (dismissed > 0) {
    const are = dismissed === 1 ? "is" : "are";
    await output.line(
      `${counted(dismissed, "item")} that ${are} dismissed: busbar stuck --dismissed`,
    );
  }
}

async function printItems(
  context: CommandContext,
  session: Session,
  options: StuckOptions,
): Promise<void> {
  const { cause, kind, dismissed, mine } = options;
  if (cause !== undefined && !options.json)
    await printNotes(context.output, await notesOfCause(session, { cause }));
  await printList(context, options, session, {
    query: listStuck,
    wanted: {
      ...envelopeFilterOf(options),
      ...(kind !== undefined && { kind }),
      ...(cause !== undefined && { cause }),
      ...(dismissed !== undefined && { dismissed }),
      ...(mine === true && { assignee: actorOf({}) }),
    },
    shown: itemLines,
    nothing: "No matching items. `busbar stuck` shows what is.",
  });
}

/** What was said, the first first. */
async function printNotes(output: Output, notes: readonly StuckNoteView[]): Promise<void> {
  await output.lines(notes.map(noteLine));
  if (notes.length > 0) await output.line();
}
