import {
  conflictsOfCause,
  type DecidedFile,
  decideFile,
} from "../../app/commands/file/decide-file.ts";
import { oneByOne } from "../../app/commands/one-by-one.ts";
import { viewFile } from "../../app/views/file-view.ts";
import type { FileRecord } from "../../core/file/file.ts";
import { counted } from "../../runtime/counted.ts";
import type { ConflictDecision } from "../../store/port/files/file-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { actedLines } from "../event/consequence-lines.ts";
import { CommandFailure, type ExitCode, exitCode, sayRefused } from "../failure.ts";
import { withStore } from "../session.ts";

/** `busbar file decide`. */
export interface FileDecideOptions extends JsonOption, DecisionOptions {
  /** All that is in conflict for one cause, instead of files by their numbers. */
  readonly cause?: string;
}

/** Which files are decided, and how. */
export interface Deciding {
  readonly files: readonly number[];
  /** Null: it was left out. */
  readonly decision: ConflictDecision | null;
}

/** `busbar file decide ID... DECISION`: of several files each is decided separately. */
export function fileDecide(
  context: CommandContext,
  { files, decision }: Deciding,
  options: FileDecideOptions,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  const { cause } = options;
  if ((files.length === 0) === (cause === undefined))
    throw usage("name files by their numbers, or a cause with --cause");
  if (decision === null)
    throw usage("say what is decided after the files: keep-first, replace or keep-both");
  return withStore(context, async (session) => {
    const ids = cause === undefined ? files : await conflictsOfCause(session, cause);
    const answers = oneByOne(ids, (file) => decideFile(session, { file, decision }, changedBy));
    let code: ExitCode = exitCode.good;
    for await (const { done, refused } of answers) {
      if (refused === null) await tell(context, done, options);
      else code = sayRefused(context, refused);
    }
    return code;
  });
}

function usage(message: string): CommandFailure {
  return new CommandFailure(message, exitCode.usage);
}

async function tell(
  { output }: CommandContext,
  { file, other, inside, acted, moreActed }: DecidedFile,
  { json }: JsonOption,
): Promise<void> {
  if (json) {
    await output.json(viewFile(file));
    return;
  }
  await output.line(isNow(file));
  if (inside.files > 0)
    await output.line(
      `${counted(inside.files, "file")} in it ${inside.files === 1 ? "is" : "are"} decided likewise, with ${counted(inside.events, "event")}.`,
    );
  if (other !== null) await output.line(isNow(other));
  await output.lines(actedLines(acted, moreActed));
}

function isNow({ id, state, events }: FileRecord): string {
  return `File ${id} is now ${state}, with ${counted(events, "event")}.`;
}
