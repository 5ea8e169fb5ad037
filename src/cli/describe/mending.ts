import type { Command } from "commander";
import type { ReprocessOptions } from "../commands/reprocess.ts";
import type { JsonOption } from "../context.ts";
import { filesArgument, jsonOption, type RunCommand, withExample } from "../words.ts";

/** Adds `reprocess` and `explain`. */
export function describeMending(program: Command, run: RunCommand): void {
  withExample(
    program.command("reprocess"),
    "busbar reprocess 12 15",
    "busbar reprocess --all-rejected",
    "busbar reprocess --cause 3f9a1c --dry-run",
  )
    .description("try again what is stuck, once what was wrong is mended: files, or all of a cause")
    .addArgument(filesArgument())
    .option("--all-rejected", "every file that was refused")
    .option("--cause <id>", "everything that is stuck for this cause, whatever it is")
    .option("--dry-run", "with --cause: say what would happen, and change nothing")
    .addOption(jsonOption())
    .action((ids: number[] | undefined, options: ReprocessOptions) =>
      run(async (context) =>
        (await import("../commands/reprocess.ts")).reprocessStuck(context, ids ?? [], options),
      ),
    );

  withExample(program.command("explain"), "busbar explain BAD_DATE", "busbar explain")
    .description("say what a problem's code means and what to do about it")
    .argument("[code]", "code of a problem, e.g. BAD_DATE; without it, the list of all")
    .addOption(jsonOption())
    .action((code: string | undefined, options: JsonOption) =>
      run(async (context) =>
        (await import("../commands/explain.ts")).explainProblem(context, code, options),
      ),
    );
}
