import { type Command, Option } from "commander";
import type { EventListOptions } from "../commands/event-list.ts";
import type { ProcessListOptions } from "../commands/process-list.ts";
import type { ProcessShowOptions } from "../commands/process-show.ts";
import {
  jsonOption,
  limitOption,
  type RunCommand,
  wholeNumber,
  wholeNumberOrZero,
  withExample,
} from "../words.ts";

/** Adds `process …` and `event …`. */
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

  const event = withExample(program.command("event"), "busbar event list --key 1200000000003");
  event.description("facts that were recorded: list");

  withExample(event.command("list"), "busbar event list --type D0010_RECEIVED --limit 20")
    .description("list events in the order they were recorded")
    .option("--type <type>", "only of this type, e.g. D0010_RECEIVED")
    .option("--process-type <type>", "only on processes of this type")
    .option("--key <key>", "only on processes with this key")
    .addOption(new Option("--file <id>", "only those this file brought").argParser(wholeNumber))
    .addOption(
      new Option("--after <seq>", "only those recorded after this one").argParser(
        wholeNumberOrZero,
      ),
    )
    .addOption(limitOption("events, the newest, or the first after --after"))
    .addOption(jsonOption())
    .action((options: EventListOptions) =>
      run(async (context) =>
        (await import("../commands/event-list.ts")).eventList(context, options),
      ),
    );
}
