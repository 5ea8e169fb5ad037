import type { Command } from "commander";
import type { JsonOption } from "../context.ts";
import { actorOption, jsonOption, type RunCommand, reasonOption, withExample } from "../words.ts";
import type { EraseOptions } from "./erase.ts";

/** Adds `erase` and `erasures`. */
export function describeErasure(program: Command, run: RunCommand): void {
  withExample(
    program.command("erase"),
    'busbar erase 1200000000003 --dry-run --reason "asked for, case 17"',
    'busbar erase 1200000000003 --reason "asked for, case 17"',
  )
    .description("erase for good what is said of a person, wherever it is kept")
    .argument("<key>", "key of the process, MPAN core or other subject that is about the person")
    .option("--dry-run", "change nothing; say what would be touched")
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((key: string, options: EraseOptions) =>
      run(async (context) => (await import("./erase.ts")).erase(context, key, options)),
    );

  withExample(program.command("erasures"), "busbar erasures")
    .description("what was erased of persons: how much, by whom, when and why")
    .addOption(jsonOption())
    .action((options: JsonOption) =>
      run(async (context) => (await import("./erase.ts")).erasures(context, options)),
    );
}
