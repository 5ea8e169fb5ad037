import {
  type ReadAgain,
  refusedFiles,
  reprocessFiles,
} from "../../app/commands/file/reprocess-files.ts";
import { viewReprocessed } from "../../app/views/file-view.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode, sayRefused } from "../failure.ts";
import { type Output, visible } from "../output.ts";
import { type Session, withStore } from "../session.ts";
import { letThrough, takenInLines } from "./taken-in.ts";

/** `busbar reprocess`. */
export interface ReprocessOptions extends JsonOption {
  readonly allRejected?: boolean;
  readonly cause?: string;
  readonly dryRun?: boolean;
  readonly actor?: string;
}

/** `busbar reprocess`: of files, or of everything that is stuck for one cause. */
export async function reprocessStuck(
  context: CommandContext,
  ids: readonly number[],
  options: ReprocessOptions,
): Promise<ExitCode> {
  const { cause, dryRun, allRejected, actor } = options;
  if (cause === undefined) {
    if (dryRun) throw usage("--dry-run goes with --cause");
    if (actor !== undefined) throw usage("--actor goes with --cause");
    if (allRejected === true ? ids.length > 0 : ids.length === 0)
      throw usage("name files by their numbers, or say --all-rejected or --cause");
    return reprocessNamed(context, ids, options);
  }
  if (allRejected === true || ids.length > 0) throw usage("name files, or a cause, not both");
  const { reprocessAllOf } = await import("./reprocess-cause.ts");
  return reprocessAllOf(context, cause, options);
}

/** `busbar reprocess ID… | --all-rejected`: reads the kept bytes again with today's parser and catalogue. */
function reprocessNamed(
  context: CommandContext,
  ids: readonly number[],
  options: ReprocessOptions,
): Promise<ExitCode> {
  return withStore(context, async (session) => {
    const files = options.allRejected ? await allRefused(context, session, options) : ids;
    let code: ExitCode = exitCode.good;
    for await (const { done, refused } of reprocessFiles(session, files)) {
      if (refused === null) await tell(context.output, done, options);
      else sayRefused(context, refused);
      await context.output.flush();
      if (refused !== null || !letThrough(done.after)) code = exitCode.failed;
    }
    return code;
  });
}

/** The refused files that are read again; tells of those that are not. */
async function allRefused(
  { output, say }: CommandContext,
  session: Session,
  { json }: JsonOption,
): Promise<readonly number[]> {
  const { files, superseded, apart } = await refusedFiles(session);
  const [one] = apart;
  if (one !== undefined)
    say(
      `busbar: ${counted(apart.length, "message")} of another interface than their array left as before; look at each, then \`busbar reprocess\` with its number takes it, such as ${one}`,
    );
  if (files.length + apart.length === 0 && !json)
    await output.line(
      superseded === 0
        ? "No file is refused."
        : "No file is refused but those that corrected ones have superseded.",
    );
  return files;
}

function usage(message: string): CommandFailure {
  return new CommandFailure(message, exitCode.usage);
}

async function tell(output: Output, done: ReadAgain, { json }: JsonOption): Promise<void> {
  const { before, after, otherwise } = done;
  if (json) {
    await output.json(viewReprocessed(done, otherwise));
    return;
  }
  const change = before.state === after.state ? `${after.state} as before` : `was ${before.state}`;
  await output.lines(takenInLines(`${visible(after.name)} (${change})`, after));
  if (otherwise > 0)
    await output.line(
      `    ${otherwise === 1 ? "1 event reads" : `${otherwise} events read`} otherwise now and ${otherwise === 1 ? "stays as it was" : "stay as they were"} recorded: \`busbar event restate --file ${after.id} --dry-run\` shows how, and the same with --reason "..." for --dry-run corrects.`,
    );
}
