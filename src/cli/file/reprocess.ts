import { restateFile } from "../../app/restate/restate-file.ts";
import { viewReprocessed } from "../../app/views/file-view.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import type { RecordingContext } from "../../intake/channel/context.ts";
import { isByOwnNumber } from "../../intake/record/by-own-number.ts";
import { type Reprocessed, reprocess } from "../../intake/record/reprocess.ts";
import { counted } from "../../runtime/counted.ts";
import type { Store } from "../../store/port/store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { membersOf } from "./members-of.ts";
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
  const { cause, dryRun, allRejected } = options;
  if (cause === undefined) {
    if (dryRun) throw new CommandFailure("--dry-run goes with --cause", exitCode.usage);
    if (options.actor !== undefined)
      throw new CommandFailure("--actor goes with --cause", exitCode.usage);
    return reprocessFiles(context, ids, options);
  }
  if (allRejected === true || ids.length > 0)
    throw new CommandFailure("name files, or a cause, not both", exitCode.usage);
  const { reprocessCause } = await import("./reprocess-cause.ts");
  return reprocessCause(context, cause, options);
}

/** `busbar reprocess ID… | --all-rejected`: reads the kept bytes again with today's parser and catalogue. */
function reprocessFiles(
  context: CommandContext,
  ids: readonly number[],
  options: ReprocessOptions,
): Promise<ExitCode> {
  const { output, say } = context;
  if (options.allRejected === true ? ids.length > 0 : ids.length === 0) {
    throw new CommandFailure(
      "name files by their numbers, or say --all-rejected or --cause",
      exitCode.usage,
    );
  }
  return withStore(context, async (session) => {
    const { store } = session;
    const recording = await session.recording();
    const { files, superseded, apart } = options.allRejected
      ? await rejectedFiles(store)
      : { files: ids, superseded: 0, apart: [] };
    const [one] = apart;
    if (one !== undefined)
      say(
        `busbar: ${counted(apart.length, "message")} of another interface than their array left as before; look at each, then \`busbar reprocess\` with its number takes it, such as ${one}`,
      );
    if (files.length + apart.length === 0 && !options.json)
      await output.line(
        superseded === 0
          ? "No file is refused."
          : "No file is refused but those that corrected ones have superseded.",
      );
    const definitions = [...(await session.definitions()).values()];
    let code: ExitCode = exitCode.good;
    for await (const id of withMembers(store, files)) {
      const done = await reprocess(recording, definitions, id);
      if (done === null) say(`busbar: there is no file ${id}; \`busbar file list\` shows all`);
      else await tell(output, done, await readingOtherwise(recording, definitions, id), options);
      await output.flush();
      if (done === null || !letThrough(done.after)) code = exitCode.failed;
    }
    return code;
  });
}

/** Each file, and after one that holds others and stands, those: reading it again means them. */
async function* withMembers(store: Store, files: readonly number[]): AsyncGenerator<number> {
  for (const id of files) {
    const file = await store.files.get(id);
    yield id;
    if (file === null || file.members.length === 0) continue;
    for await (const member of membersOf(store, file))
      if (member.members.length === 0 && !isByOwnNumber(member)) yield member.id;
  }
}

/**
 * Their numbers first, since reading one again changes the list; without those in whose place another
 * stands, with which they would be in conflict, and those that a person has to look at.
 */
async function rejectedFiles(store: Store) {
  const files: number[] = [];
  const apart: number[] = [];
  let superseded = 0;
  for await (const file of store.files.list({ state: "rejected" })) {
    if (file.successor !== undefined) superseded += 1;
    else if (isByOwnNumber(file)) apart.push(file.id);
    else files.push(file.id);
  }
  return { files, superseded, apart };
}

/** How many messages of a file that stands became events which say otherwise than today's reading. */
async function readingOtherwise(
  recording: RecordingContext,
  definitions: readonly ProcessDefinition[],
  id: number,
): Promise<number> {
  let count = 0;
  await restateFile({ recording, definitions, changedBy: null }, id, ({ changes }) => {
    if (changes.length > 0) count += 1;
  });
  return count;
}

async function tell(
  output: Output,
  { before, after, retried }: Reprocessed,
  otherwise: number,
  { json }: JsonOption,
): Promise<void> {
  if (json) {
    await output.json(viewReprocessed({ before, after, retried }, otherwise));
    return;
  }
  const change = before.state === after.state ? `${after.state} as before` : `was ${before.state}`;
  await output.lines(takenInLines(`${visible(after.name)} (${change})`, after));
  if (otherwise > 0)
    await output.line(
      `    ${otherwise === 1 ? "1 event reads" : `${otherwise} events read`} otherwise now and ${otherwise === 1 ? "stays as it was" : "stay as they were"} recorded: \`busbar event restate --file ${after.id} --dry-run\` shows how, and the same with --reason "..." for --dry-run mends.`,
    );
}
