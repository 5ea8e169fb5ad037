import { lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import { listStuck } from "../../app/queries/lists/stuck-items.ts";
import { viewStuckCause } from "../../app/views/stuck-view.ts";
import type { StuckNote } from "../../core/stuck/stuck.ts";
import type { StuckCause } from "../../core/stuck/stuck-causes.ts";
import { isFailing, type StuckKind } from "../../core/stuck/stuck-kinds.ts";
import { counted } from "../../runtime/counted.ts";
import { storeAt } from "../../store/open.ts";
import type { Store } from "../../store/port/store.ts";
import type { CommandContext } from "../context.ts";
import { actorOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { aboutCodes } from "../file/problem-lines.ts";
import type { Output } from "../output.ts";
import { type BesideStuck, besideJson, besideLines } from "../print/beside-stuck.ts";
import { printList } from "../print/list-page.ts";
import { cutShort, type ListOptions, limitOf } from "../print/listing.ts";
import { type Session, withStore } from "../session.ts";
import { causeLines, itemLines, noteLine } from "./stuck-lines.ts";

/** `busbar stuck`. */
export interface StuckOptions extends ListOptions {
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
    mine === true || dismissed === true || cause !== undefined || kind !== undefined;
  return withStore(context, async (session) => {
    const { config, store, clock } = session;
    const beside: BesideStuck = {
      holds: await store.holds.list(),
      daemon: lookAtDaemon(storeAt(config.store), Date.now()),
      lastRecordedAt: await store.health.lastRecordedAt(),
      now: clock.wall(),
    };
    if (!options.json) await output.lines(besideLines(beside));
    else {
      const said = besideJson(beside);
      if (!listsSome) for (const line of said) await output.json(line);
      else if (said.length > 0) context.say(besideItems);
    }
    if (all === true || listsSome) await printItems(context, session, options);
    else await printCauses(output, store, options);
    return exitCode.good;
  });
}

async function printCauses(output: Output, store: Store, options: StuckOptions): Promise<void> {
  const causes = await store.stuck.causes();
  const open = causes.filter(({ count }) => count > 0);
  const dismissed = causes.reduce((sum, cause) => sum + cause.dismissed, 0);
  const shown = open.slice(0, limitOf(options) ?? open.length);
  if (options.json) {
    for (const cause of shown) await output.json(viewStuckCause(cause));
    return;
  }
  const goesOn = ({ kind }: StuckCause) => isFailing(kind);
  if (open.every(goesOn)) await output.line("Nothing is stuck.");
  for (const [at, cause] of shown.entries()) {
    const before = shown[at - 1];
    if (goesOn(cause) && (before === undefined || !goesOn(before)))
      await output.lines([...(before === undefined ? [""] : []), "Failing, and tried again", ""]);
    await output.lines(causeLines(cause));
  }
  if (open.length > 0) {
    await output.line(
      "The items: busbar stuck --cause ID, or --all. One's whole story: busbar why ITEM",
    );
    await output.line(aboutCodes);
  }
  if (dismissed > 0) {
    const are = dismissed === 1 ? "is" : "are";
    await output.line(
      `${counted(dismissed, "item")} that ${are} dismissed: busbar stuck --dismissed`,
    );
  }
  const cut = cutShort(options, shown.length);
  if (cut !== null) await output.line(cut);
}

async function printItems(
  context: CommandContext,
  session: Session,
  options: StuckOptions,
): Promise<void> {
  const { cause, kind, dismissed, mine } = options;
  if (cause !== undefined && !options.json)
    await printNotes(context.output, await session.store.stuck.notesOfCause(cause));
  await printList(context, options, session, {
    query: listStuck,
    wanted: {
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
async function printNotes(output: Output, notes: readonly StuckNote[]): Promise<void> {
  await output.lines(notes.map(noteLine));
  if (notes.length > 0) await output.line();
}
