import { ingest, type TakenIn } from "../../app/commands/file/ingest.ts";
import { viewNotTakenIn, viewTakenIn } from "../../app/views/file-view.ts";
import { problem } from "../../formats/problem-log.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { progressBar } from "../print/progress.ts";
import { visible } from "../print/visible.ts";
import { type Session, withStore } from "../session.ts";
import { aboutCodes } from "./problem-lines.ts";
import { hasProblems, letThrough, takenInLines } from "./taken-in.ts";

/** `busbar ingest`. */
export interface IngestOptions extends JsonOption {
  /** What is taken in is past: it is built, and nothing is done because of it. */
  readonly history?: boolean;
}

/** `busbar ingest FILE…`: copies files in; a bad one stops none of the others. */
export function ingestNamed(
  context: CommandContext,
  paths: readonly string[],
  options: IngestOptions,
): Promise<ExitCode> {
  const { output } = context;
  const work = async (session: Session): Promise<ExitCode> => {
    const progress = progressBar(process.stderr, paths.length);
    const tally = new Map<string, number>();
    let code: ExitCode = exitCode.good;
    let done = 0;
    let told = false;
    progress.show(done);
    try {
      for await (const answer of ingest(session, paths, { onLargeFile: progress.showBytes })) {
        progress.clear();
        await tell(context, answer, options);
        await output.flush();
        told ||= answer.kind !== "failed" && hasProblems(answer.file);
        if (answer.kind === "failed" || !letThrough(answer.file)) code = exitCode.failed;
        if (answer.kind !== "member") {
          done += 1;
          const state = answer.kind === "failed" ? "failed" : answer.file.state;
          tally.set(state, (tally.get(state) ?? 0) + 1);
        }
        progress.show(done);
      }
    } finally {
      progress.clear();
    }
    if (!options.json && told) await output.line(aboutCodes);
    if (!options.json && paths.length > 1) {
      const counts = [...tally].map(([state, count]) => `${count} ${state}`).join(", ");
      await output.line(`${paths.length} files: ${counts}`);
    }
    return code;
  };
  return withStore(context, work, { history: options.history === true });
}

async function tell(
  { output, say }: CommandContext,
  answer: TakenIn,
  { json }: JsonOption,
): Promise<void> {
  const { path } = answer;
  if (answer.kind === "failed") {
    say(`busbar: ${visible(path)} was not taken in: ${answer.reason}`);
    if (json)
      await output.json(viewNotTakenIn(path, problem("NOT_READ", { line: null }, answer.reason)));
  } else if (json) await output.json(viewTakenIn(path, answer.file));
  else await output.lines(takenInLines(visible(path), answer.file));
}
