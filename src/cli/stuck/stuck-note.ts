import { noteStuck } from "../../app/commands/stuck/note-stuck.ts";
import { referenceOf } from "../../core/stuck/reference.ts";
import type { StuckNote } from "../../core/stuck/stuck.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";

/** What a person says of items, and of which: those named, or all of a cause. */
export interface Saying extends Pick<StuckNote, "verb" | "text" | "actor"> {
  readonly items: readonly string[];
  readonly cause: string | undefined;
}

/** What is done, for people. */
const done: Readonly<Record<StuckNote["verb"], string>> = {
  assign: "assigned",
  note: "noted",
  dismiss: "dismissed",
  restore: "restored",
};

/** `busbar stuck assign|note|dismiss|restore`. */
export function sayOfStuck(context: CommandContext, saying: Saying): Promise<ExitCode> {
  const { verb, cause, text, actor, items } = saying;
  if ((items.length === 0) === (cause === undefined))
    throw new CommandFailure(
      "name an item, e.g. `file 12`, or a cause with --cause",
      exitCode.usage,
    );
  const on = cause === undefined ? referenceOf(items) : { cause };
  return withStore(context, async (session) => {
    const count = await noteStuck(session, { verb, text, on }, { actor });
    await context.output.line(
      count === null
        ? `Cause ${cause}: ${done[verb]}.`
        : `${counted(count, "item")} ${done[verb]}.`,
    );
    return exitCode.good;
  });
}
