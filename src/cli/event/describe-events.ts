import { Argument, type Command, Option } from "commander";
import type { JsonOption } from "../context.ts";
import { withBroughtFilters } from "../list-filters.ts";
import { momentFrom } from "../moment.ts";
import {
  actorOption,
  jsonOption,
  limitOption,
  type RunCommand,
  reasonOption,
  wholeNumber,
  withExample,
} from "../words.ts";
import type { EventListOptions } from "./event-list.ts";
import type { EventCorrectOptions, EventMendOptions } from "./event-mend.ts";
import type { EventRestateOptions } from "./event-restate.ts";

/** Adds `event …`. */
export function describeEvents(program: Command, run: RunCommand): void {
  const event = withExample(program.command("event"), "busbar event list --key 1200000000003");
  event.description("facts that were recorded: list, show, void, unvoid, correct, restate");

  withBroughtFilters(
    withExample(
      event.command("list"),
      "busbar event list --type D0010_RECEIVED --limit 20",
      "busbar event list --sender UDMS --since 2026-03-01 --problem any",
    ),
    "recorded",
    "what came in files ",
  )
    .description("list events in the order they were recorded")
    .option("--type <type>", "only of this type, e.g. D0010_RECEIVED")
    .option("--process-type <type>", "only on processes of this type")
    .option("--key <key>", "only on processes with this key")
    .addOption(new Option("--file <id>", "only those this file brought").argParser(wholeNumber))
    .addOption(
      new Option(
        "--after <seq>",
        "only those recorded after this one; or the place that a page ended with, for the next",
      ),
    )
    .addOption(limitOption("events, the newest, or the first after --after"))
    .addOption(jsonOption())
    .action((options: EventListOptions) =>
      run(async (context) => (await import("./event-list.ts")).eventList(context, options)),
    );

  withExample(event.command("show"), "busbar event show 12")
    .description("show an event: its data, its revisions, what was done because of it")
    .addArgument(eventArgument())
    .addOption(jsonOption())
    .action((seq: number, options: JsonOption) =>
      run(async (context) => (await import("./event-show.ts")).eventShow(context, seq, options)),
    );

  describeRevisions(event, run);
  describeRestate(event, run);
}

/** Adds `event void`, `event unvoid` and `event correct`. */
function describeRevisions(event: Command, run: RunCommand): void {
  mending(event.command("void"), 'busbar event void 12 --reason "sent by mistake"')
    .description(
      "void an event: processes fold as if it had not been recorded; lists what was done because of it",
    )
    .action((seq: number, options: EventMendOptions) =>
      run(async (context) => (await import("./event-mend.ts")).eventVoid(context, seq, options)),
    );

  mending(event.command("unvoid"), 'busbar event unvoid 12 --reason "it was right after all"')
    .description("let a void event count again; what its void cancelled is as it was")
    .action((seq: number, options: EventMendOptions) =>
      run(async (context) => (await import("./event-mend.ts")).eventUnvoid(context, seq, options)),
    );

  mending(
    event.command("correct"),
    'busbar event correct 12 --data @right.json --reason "the customer said so by telephone"',
  )
    .description("put other data in place of an event's; nothing is planned again")
    .requiredOption(
      "--data <json>",
      "all of its data: JSON, @FILE or - for standard input; `event show --json` gives what it has",
    )
    .action((seq: number, options: EventCorrectOptions) =>
      run(async (context) => (await import("./event-mend.ts")).eventCorrect(context, seq, options)),
    );
}

/** Adds `event restate`. */
function describeRestate(event: Command, run: RunCommand): void {
  withExample(
    event.command("restate"),
    "busbar event restate --flow D0010 --since 2026-03-01 --dry-run",
    'busbar event restate --file 12 --reason "the catalogue has the new field"',
  )
    .description("read kept bytes again with today's readers and append the differences")
    .addOption(new Option("--file <id>", "only this file").argParser(wholeNumber))
    .option("--flow <flow>", "only files of this flow, e.g. D0010")
    .option("--sender <id>", "only files of this sender, e.g. UDMS or D:UDMS")
    .addOption(day("--since <moment>", "only files recorded since then", "start"))
    .addOption(day("--until <moment>", "only files recorded by then", "end"))
    .option("--dry-run", "show the differences, and change nothing")
    .option("--reason <text>", "why; kept with each event (required without --dry-run)")
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((options: EventRestateOptions) =>
      run(async (context) => (await import("./event-restate.ts")).eventRestate(context, options)),
    );
}

function day(flags: string, about: string, end: "start" | "end"): Option {
  return new Option(flags, about).argParser((text: string) => momentFrom(text, end));
}

function mending(command: Command, example: string): Command {
  return withExample(command, example)
    .addArgument(eventArgument())
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption());
}

function eventArgument(): Argument {
  return new Argument("<seq>", "recording number of the event").argParser(wholeNumber);
}
