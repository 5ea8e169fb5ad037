import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import type { ConflictDecision } from "../../store/port/files/file-store.ts";
import type { JsonOption } from "../context.ts";
import { withEnvelopeFilters } from "../list-filters.ts";
import {
  actorOption,
  afterOption,
  fileArgument,
  jsonOption,
  limitOption,
  type RunCommand,
  reasonOption,
  wholeNumber,
  withExample,
} from "../words.ts";
import type { Deciding, FileDecideOptions } from "./file-decide.ts";
import type { FileListOptions } from "./file-list.ts";
import type { FileReleaseOptions } from "./file-release.ts";
import type { FileShowOptions } from "./file-show.ts";
import { fileStates } from "./file-states.ts";
import type { FileUnknownOptions } from "./file-unknown.ts";
import type { IngestOptions } from "./ingest.ts";

const decisions: readonly ConflictDecision[] = ["keep-first", "replace", "keep-both"];

/** Numbers of files, then what is decided about them: `57 58 keep-both`. */
function decidingFrom(word: string, before: Deciding | undefined): Deciding {
  const files = before?.files ?? [];
  if (before !== undefined && before.decision !== null)
    throw new InvalidArgumentError("The decision comes last, after the numbers of the files.");
  const decision = decisions.find((one) => one === word) ?? null;
  if (decision !== null) return { files, decision };
  if (!/^\d+$/.test(word))
    throw new InvalidArgumentError(`Allowed choices are ${decisions.join(", ")}.`);
  return { files: [...files, wholeNumber(word)], decision: null };
}

/** Adds `ingest` and `file …`. */
export function describeFiles(program: Command, run: RunCommand): void {
  describeIngest(program, run);
  const file = withExample(program.command("file"), "busbar file list", "busbar file show 12");
  file.description("files that arrived: list, show, diff, decide, release, unknown");
  describeUnknown(file, run);
  describeLists(file, run);
  describeDiff(file, run);
  describeDecide(file, run);
  describeRelease(file, run);
}

/** Adds `file diff`. */
function describeDiff(file: Command, run: RunCommand): void {
  withExample(file.command("diff"), "busbar file diff 22", "busbar file diff 13 22")
    .description("compare two files line by line, as for a conflict")
    .addArgument(fileArgument())
    .argument(
      "[other]",
      "the other file (default: the one it repeats or conflicts with)",
      wholeNumber,
    )
    .addOption(jsonOption())
    .action((first: number, second: number | undefined, options: JsonOption) =>
      run(async (context) =>
        (await import("./file-diff.ts")).fileDiff(context, [first, second], options),
      ),
    );
}

/** Adds `ingest`. */
function describeIngest(program: Command, run: RunCommand): void {
  withExample(
    program.command("ingest"),
    "busbar ingest D0010-2026-03-02.uff",
    "busbar ingest --history archive/2019/*.uff",
  )
    .description(
      "copy files in, the same way as those in an inbox; yours stay where they are. You vouch for them: `pgp: require` does not count",
    )
    .argument("<file...>", "files to take in")
    .option("--history", "as history: processes are built from them, and no action follows")
    .addOption(jsonOption())
    .action((files: string[], options: IngestOptions) =>
      run(async (context) => (await import("./ingest.ts")).ingestNamed(context, files, options)),
    );
}

/** Adds `file unknown`. */
function describeUnknown(file: Command, run: RunCommand): void {
  withExample(
    file.command("unknown"),
    "busbar file unknown",
    "busbar file unknown --since 2026-03-02 --take",
  )
    .description(
      "files in archives, quarantine and outbound folders that the store does not know, as after a restore",
    )
    .option("--since <day>", "only those archived on that day and later")
    .option("--take", "take the archived ones in again; what the store knows is left out")
    .option("--history", "as history: processes are built from them, and no action follows")
    .addOption(jsonOption())
    .action((options: FileUnknownOptions) =>
      run(async (context) => (await import("./file-unknown.ts")).fileUnknown(context, options)),
    );
}

/** Adds `file list` and `file show`. */
function describeLists(file: Command, run: RunCommand): void {
  withEnvelopeFilters(
    withExample(
      file.command("list"),
      "busbar file list --state rejected",
      "busbar file list --sender UDMS --since 2026-03-01 --problem any",
    ),
    "recorded",
  )
    .description("list files, the newest last")
    .addOption(
      new Option("--state <state>", "only in this state").choices([
        ...fileStates,
        "awaiting-release",
      ]),
    )
    .option("--channel <name>", "only from this channel")
    .option("--name <text>", "only those whose name contains this")
    .option(
      "--problem <code>",
      "only with this error or warning, of a message too, e.g. MPAN_CHECK_DIGIT; or any",
    )
    .addOption(limitOption("files, the newest"))
    .addOption(afterOption())
    .addOption(jsonOption())
    .action((options: FileListOptions) =>
      run(async (context) => (await import("./file-list.ts")).fileList(context, options)),
    );

  withExample(file.command("show"), "busbar file show 12", "busbar file show 12 --raw > copy.uff")
    .description("show a file: envelope, problems, messages")
    .addArgument(fileArgument())
    .option("--raw", "print its very bytes instead")
    .addOption(jsonOption().conflicts("raw"))
    .action((id: number, options: FileShowOptions) =>
      run(async (context) => (await import("./file-show.ts")).fileShow(context, id, options)),
    );
}

/** Adds `file decide`. */
function describeDecide(file: Command, run: RunCommand): void {
  withExample(
    file.command("decide"),
    'busbar file decide 12 keep-first --reason "sent twice by mistake"',
    'busbar file decide --cause 3f9a1c keep-both --reason "numbers begin anew each year"',
  )
    .description(
      "settle a conflict between a file and the active one with its identifier, or change an earlier decision; keep-both also takes in a duplicate",
    )
    .addArgument(
      new Argument(
        "<id-or-decision...>",
        "numbers of files, then keep-first: the active file stays; replace: this one becomes active instead; or keep-both",
      ).argParser(decidingFrom),
    )
    .option("--cause <id>", "all that is in conflict for this cause, instead of numbers")
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((deciding: Deciding, options: FileDecideOptions) =>
      run(async (context) =>
        (await import("./file-decide.ts")).fileDecide(context, deciding, options),
      ),
    );
}

/** Adds `file release`. */
function describeRelease(file: Command, run: RunCommand): void {
  withExample(file.command("release"), 'busbar file release 12 --reason "a trial that is to count"')
    .description(
      "release a file that awaits it: test data in a live installation, or a file for others",
    )
    .addArgument(fileArgument())
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((id: number, options: FileReleaseOptions) =>
      run(async (context) => (await import("./file-release.ts")).fileRelease(context, id, options)),
    );
}
