import { type Command, Option } from "commander";
import type { JsonOption } from "../context.ts";
import { momentFrom } from "../moment.ts";
import type { RouteOptions } from "../process/route.ts";
import { actorOption, filesArgument, jsonOption, type RunCommand, withExample } from "../words.ts";
import type { ReprocessOptions } from "./reprocess.ts";

/** Adds `reprocess` and `explain`. */
export function describeMending(program: Command, run: RunCommand): void {
  withExample(
    program.command("reprocess"),
    "busbar reprocess 12 15",
    "busbar reprocess --all-rejected",
    "busbar reprocess --cause 3f9a1c --dry-run",
  )
    .description("try again what is stuck, once what was wrong is fixed: files, or all of a cause")
    .addArgument(filesArgument())
    .option("--all-rejected", "every file that was refused")
    .option("--cause <id>", "everything that is stuck for this cause, whatever it is")
    .option("--dry-run", "with --cause: say what would happen, and change nothing")
    .addOption(actorOption("with --cause: "))
    .addOption(jsonOption())
    .action((ids: number[] | undefined, options: ReprocessOptions) =>
      run(async (context) =>
        (await import("./reprocess.ts")).reprocessStuck(context, ids ?? [], options),
      ),
    );

  withExample(program.command("route"), "busbar route --type order --since 2026-01-01 --dry-run")
    .description("let a type of process that came later take up past messages, as history")
    .requiredOption("--type <type>", "the type of process, e.g. order")
    .addOption(
      new Option("--since <moment>", "only messages of files recorded since then").argParser(
        (text: string) => momentFrom(text, "start"),
      ),
    )
    .option("--dry-run", "say how many there are, and change nothing")
    .addOption(jsonOption())
    .action((options: RouteOptions) =>
      run(async (context) => (await import("../process/route.ts")).route(context, options)),
    );

  withExample(program.command("explain"), "busbar explain BAD_DATE", "busbar explain")
    .description("say what a problem's code means and what to do about it")
    .argument("[code]", "code of a problem, e.g. BAD_DATE; without it, the list of all")
    .addOption(jsonOption())
    .action((code: string | undefined, options: JsonOption) =>
      run(async (context) =>
        (await import("../flow/explain.ts")).explainProblem(context, code, options),
      ),
    );
}
