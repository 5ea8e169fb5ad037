import { type Command, Option } from "commander";
import { withBroughtFilters } from "../list-filters.ts";
import { momentFrom } from "../moment.ts";
import {
  afterOption,
  jsonOption,
  limitOption,
  type RunCommand,
  wholeNumber,
  withExample,
} from "../words.ts";
import type { ProcessBuildOptions } from "./process-build.ts";
import type { ProcessListOptions } from "./process-list.ts";
import type { ProcessPictureOptions } from "./process-picture.ts";
import type { ProcessShowOptions } from "./process-show.ts";

/** Adds `process …`. */
export function describeProcesses(program: Command, run: RunCommand): void {
  const process = withExample(program.command("process"), "busbar process show 1200000000003");
  process.description(
    "what the events add up to, a metering point for one: list, show, build, picture",
  );

  withBroughtFilters(
    withExample(
      process.command("list"),
      "busbar process list --type metering-point",
      "busbar process list --type order --status 'payment overdue'",
      "busbar process list --sender UDMS --since 2026-03-02",
    ),
    "with an event recorded",
    "with an event that came in a file ",
  )
    .description("list processes with their status as last built, by when the first event was sent")
    .option(
      "--type <type>",
      "only of this type, e.g. metering-point; sender-flow is what a sender sent that no other type takes",
    )
    .option("--status <status>", "only those with this status")
    .addOption(limitOption("processes"))
    .addOption(afterOption())
    .addOption(jsonOption())
    .action((options: ProcessListOptions) =>
      run(async (context) => (await import("./process-list.ts")).processList(context, options)),
    );

  describeShow(process, run);
  describePicture(process, run);
  describeBuild(process, run);
}

function describeShow(process: Command, run: RunCommand): void {
  withExample(process.command("show"), "busbar process show 1200000000003")
    .description(
      "show a process: status, state, events; amounts are as its type keeps them, those of an order in hundredths: 1999 is 19.99",
    )
    .argument(
      "<key>",
      "its key, e.g. an MPAN core, its type and key, e.g. order/4711, or a reference it goes by",
    )
    .option("--type <type>", "only of this type, where several have that key")
    .addOption(jsonOption())
    .action((key: string, options: ProcessShowOptions) =>
      run(async (context) =>
        (await import("./process-show.ts")).processShow(context, key, options),
      ),
    );
}

function describePicture(process: Command, run: RunCommand): void {
  withExample(process.command("picture"), "busbar process picture 9900012045006@2026-12-08")
    .description(
      "draw what happened on a process as a Mermaid sequence diagram: what came, what was sent, deadlines, and what it became",
    )
    .argument(
      "<key>",
      "its key, its type and key, or a reference that it goes by, e.g. a registration",
    )
    .option("--type <type>", "only of this type, where several have that key")
    .action((key: string, options: ProcessPictureOptions) =>
      run(async (context) =>
        (await import("./process-picture.ts")).processPicture(context, key, options),
      ),
    );
}

function describeBuild(process: Command, run: RunCommand): void {
  withExample(
    process.command("build"),
    "busbar process build 1200000000003 --as-of 2026-03-02",
    "busbar process build 1200000000003 --known-at 2026-03-02T15:00:00Z --json",
  )
    .description("build a process from its first event, as it was or as it was known at a moment")
    .argument(
      "<key>",
      "its key, e.g. an MPAN core, its type and key, e.g. order/4711, or a reference it goes by",
    )
    .option("--type <type>", "only of this type, where several have that key")
    .addOption(moment("--as-of <moment>", "as it was: only events sent by then"))
    .addOption(moment("--known-at <moment>", "as it was known: only what was recorded by then"))
    .addOption(new Option("--upto <seq>", "only events up to this one").argParser(wholeNumber))
    .addOption(jsonOption())
    .action((key: string, options: ProcessBuildOptions) =>
      run(async (context) =>
        (await import("./process-build.ts")).processBuild(context, key, options),
      ),
    );
}

function moment(flags: string, about: string): Option {
  return new Option(flags, about).argParser((text: string) => momentFrom(text, "end"));
}
