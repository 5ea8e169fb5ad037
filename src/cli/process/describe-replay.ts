import { type Command, Option } from "commander";
import type { JsonOption } from "../context.ts";
import { momentFrom } from "../moment.ts";
import { jsonOption, type RunCommand, wholeNumberOrZero, withExample } from "../words.ts";
import type { ReplayCommandOptions } from "./replay.ts";

/** Adds `replay` and `verify`. */
export function describeReplay(program: Command, run: RunCommand): void {
  withExample(
    program.command("replay"),
    "busbar replay --dry-run",
    "busbar replay --dry-run --type order --since 2026-03-01 --fail-on-change",
  )
    .description(
      "build every process with the code as it is now and show the differences; without --dry-run, store them",
    )
    .option("--dry-run", "change nothing")
    .option("--type <type>", "only processes of this type")
    .addOption(
      new Option("--since <moment>", "only processes with events recorded since then").argParser(
        (text: string) => momentFrom(text, "start"),
      ),
    )
    .option("--fail-on-change", "exit with 1 when there are differences")
    .addOption(
      new Option(
        "--limit-examples <number>",
        "examples of each kind of change (default: 3)",
      ).argParser(wholeNumberOrZero),
    )
    .addOption(jsonOption())
    .action((options: ReplayCommandOptions) =>
      run(async (context) => (await import("./replay.ts")).replay(context, options)),
    );

  withExample(program.command("verify"), "busbar verify")
    .description("prove the store: every count, hash and fold; exit 1 and a list if one is wrong")
    .addOption(jsonOption())
    .action((options: JsonOption) =>
      run(async (context) => (await import("../daemon/verify.ts")).verifyCommand(context, options)),
    );
}
