import type { Command } from "commander";
import type { ProcessListOptions } from "../commands/process-list.ts";
import type { ProcessShowOptions } from "../commands/process-show.ts";
import { jsonOption, limitOption, type RunCommand, withExample } from "../words.ts";

/** Adds `process …`. */
export function describeProcesses(program: Command, run: RunCommand): void {
  const process = withExample(program.command("process"), "busbar process show 1200000000003");
  process.description("what the events add up to, a metering point for one: list, show");

  withExample(process.command("list"), "busbar process list --type metering-point")
    .description("list processes, the first to be heard of first")
    .option("--type <type>", "only of this type, e.g. metering-point")
    .addOption(limitOption("processes"))
    .addOption(jsonOption())
    .action((options: ProcessListOptions) =>
      run(async (context) =>
        (await import("../commands/process-list.ts")).processList(context, options),
      ),
    );

  withExample(process.command("show"), "busbar process show 1200000000003")
    .description("show a process: status, state, events")
    .argument("<key>", "its key, e.g. an MPAN core")
    .option("--type <type>", "only of this type, where several have that key")
    .addOption(jsonOption())
    .action((key: string, options: ProcessShowOptions) =>
      run(async (context) =>
        (await import("../commands/process-show.ts")).processShow(context, key, options),
      ),
    );
}
