import { ingest, type TakenIn } from "../../app/commands/file/ingest.ts";
import { viewNotTakenIn, viewTakenIn } from "../../app/views/file-view.ts";
import { problem } from "../../formats/problem-log.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { progressBar } from "../print/progress.ts";
import { type Session, withStore } from "../session.ts";
import { aboutCodes, hasProblems, letThrough, takenInLines } from "./taken-in.ts";

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
  const work = async (session: Session): Promise<ExitCode> => {
    const progress = progressBar(process.stderr, paths.length);
    const tally = new IngestTally();
    progress.show(tally.done);
    try {
      for await (const answer of ingest(session, paths, { onLargeFile: progress.showBytes })) {
        progress.clear();
        await tell(context, answer, options);
        await context.output.flush();
        tally.add(answer);
        progress.show(tally.done);
      }
    } finally {
      progress.clear();
    }
    if (!options.json) await context.output.lines(tally.lines(paths.length));
    return tally.code;
  };
  return withStore(context, work, { history: options.history === true });
}

/** What became of the files that were named. */
class IngestTally {
  /** How many of those that were named are through. */
  done = 0;
  code: ExitCode = exitCode.good;
  #hasProblems = false;
  readonly #states = new Map<string, number>();

  add(answer: TakenIn): void {
    const state = answer.kind === "failed" ? "failed" : answer.file.state;
    this.#hasProblems ||= answer.kind !== "failed" && hasProblems(answer.file);
    if (answer.kind === "failed" || !letThrough(answer.file)) this.code = exitCode.failed;
    if (answer.kind === "member") return;
    this.done += 1;
    this.#states.set(state, (this.#states.get(state) ?? 0) + 1);
  }

  lines(named: number): string[] {
    const counts = [...this.#states].map(([state, count]) => `${count} ${state}`).join(", ");
    return [
      ...(this.#hasProblems ? [aboutCodes] : []),
      ...(named > 1 ? [`${named} files: ${counts}`] : []),
    ];
  }
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
