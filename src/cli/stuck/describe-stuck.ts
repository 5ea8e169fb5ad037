import { type Command, Option } from "commander";
import { stuckKinds } from "../../store/stuck/stuck-kinds.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { withEnvelopeFilters } from "../list-filters.ts";
import type { ListOptions } from "../print/listing.ts";
import {
  actorOption,
  afterOption,
  jsonOption,
  limitOption,
  type RunCommand,
  reasonOption,
  wholeNumber,
  withExample,
} from "../words.ts";
import type { SearchOptions } from "./search.ts";
import type { StuckOptions } from "./stuck.ts";

interface NoteOptions {
  readonly cause?: string;
  readonly actor?: string;
  readonly to?: string;
  readonly text?: string;
  readonly reason?: string;
}

/** Adds `expected`, `stuck` and what people say about what is stuck. */
export function describeStuck(program: Command, run: RunCommand): void {
  withExample(program.command("expected"), "busbar expected")
    .description("show the files that are to come regularly and the answers that are awaited")
    .addOption(limitOption("answers"))
    .addOption(afterOption())
    .addOption(jsonOption())
    .action((options: ListOptions) =>
      run(async (context) => (await import("../channel/expected.ts")).expected(context, options)),
    );

  const stuck = withEnvelopeFilters(
    withExample(
      program.command("stuck"),
      "busbar stuck",
      "busbar stuck --cause 3f9a1c",
      "busbar stuck --kind rejected --json",
      "busbar stuck --flow D0010 --since 2026-03-02",
    ),
    "stuck",
    "what came in files, or is sent, ",
  )
    .description("show what needs a person, grouped by its cause, and what to do about it")
    .option("--all", "the items, not their causes")
    .option("--cause <id>", "the items of one cause")
    .addOption(new Option("--kind <kind>", "the items of one kind").choices(stuckKinds))
    .option("--mine", "the items assigned to you")
    .option("--dismissed", "the items that were dismissed")
    .addOption(limitOption("causes or items"))
    .addOption(afterOption())
    .addOption(jsonOption())
    .action((options: StuckOptions) =>
      run(async (context) => (await import("./stuck.ts")).stuck(context, options)),
    );

  noting(stuck.command("assign"), "busbar stuck assign file 12 --to ann")
    .description("assign an item or a cause to somebody")
    .option("--to <name>", "who (default: you)")
    .action((items: string[], _, command: Command) =>
      run(async (context) => {
        const options = optionsOf(command);
        const actor = await actorFrom(options);
        return note(context, "assign", items, options, { text: options.to ?? actor, actor });
      }),
    );

  noting(stuck.command("note"), 'busbar stuck note --cause 3f9a1c --reason "asked the sender"')
    .description("keep a note on an item or a cause")
    .option("--reason <text>", "the note (required)")
    .addOption(new Option("--text <text>", "the note, by its former name").hideHelp())
    .action((items: string[], _, command: Command) =>
      run((context) => {
        const { text, reason = text ?? "", ...options } = optionsOf(command);
        return decide(context, "note", items, { ...options, reason });
      }),
    );

  describeHiding(stuck, run);
}

function describeHiding(stuck: Command, run: RunCommand): void {
  noting(stuck.command("dismiss"), 'busbar stuck dismiss file 12 --reason "a test of theirs"')
    .description("hide an item, or all there are of a cause; they are counted, and can be restored")
    .addOption(reasonOption())
    .action((items: string[], _, command: Command) =>
      run((context) => decide(context, "dismiss", items, optionsOf(command))),
    );

  noting(stuck.command("restore"), 'busbar stuck restore file 12 --reason "it was no test"')
    .description("show again what was dismissed")
    .addOption(reasonOption())
    .action((items: string[], _, command: Command) =>
      run((context) => decide(context, "restore", items, optionsOf(command))),
    );
}

/** Adds `why`. */
export function describeWhy(program: Command, run: RunCommand): void {
  withExample(
    program.command("why"),
    "busbar why file 12",
    "busbar why event 34",
    "busbar why process order/4711 --json",
    "busbar why 1200000000003",
  )
    .description(
      "tell the whole story of a thing, or of all that bears a key: what it came of, and what it led to",
    )
    .argument(
      "<item...>",
      "file, message, event, action, command, deadline or outbound and its number; or a key such as an MPAN core, the name of a file, ours or theirs, or the identifier in its header",
    )
    .addOption(jsonOption())
    .action((words: string[], options: JsonOption) =>
      run(async (context) => (await import("./why.ts")).why(context, words, options)),
    );
}

/** Adds `search`. */
export function describeSearch(program: Command, run: RunCommand): void {
  withExample(
    program.command("search"),
    "busbar search 1200000000003",
    "busbar search D0155001_MBMOP_0000000001.usr --json",
  )
    .description(
      "find everything that bears a key, name or identifier, whatever became of it: invalid, refused, sent",
    )
    .argument(
      "<text...>",
      "an MPAN core, MPRN, order or other key; the name of a file or of an outbound file; the identifier in its header",
    )
    .addOption(
      new Option("--limit <number>", "at most this many of each kind (default: 20)").argParser(
        wholeNumber,
      ),
    )
    .addOption(jsonOption())
    .action((words: string[], options: SearchOptions) =>
      run(async (context) => (await import("./search.ts")).search(context, words, options)),
    );
}

function noting(command: Command, example: string): Command {
  return withExample(command, example)
    .argument("[item...]", "an item as lists name it, e.g. file 12")
    .option("--cause <id>", "every item of this cause")
    .addOption(actorOption());
}

/** `stuck` has `--cause` too, and Commander gives it what a subcommand is given. */
function optionsOf(command: Command): NoteOptions {
  return command.optsWithGlobals<NoteOptions>();
}

type Verb = "assign" | "note" | "dismiss" | "restore";

async function decide(
  context: CommandContext,
  verb: Verb,
  items: readonly string[],
  options: NoteOptions,
) {
  const { decisionOf } = await import("../decision.ts");
  const { actor, reason } = decisionOf({ ...options, reason: options.reason ?? "" });
  return note(context, verb, items, options, { text: reason, actor });
}

async function actorFrom(options: NoteOptions): Promise<string> {
  const { actorOf } = await import("../decision.ts");
  return actorOf(options);
}

async function note(
  context: CommandContext,
  verb: Verb,
  items: readonly string[],
  { cause }: NoteOptions,
  said: { readonly text: string; readonly actor: string },
) {
  const { sayOfStuck } = await import("./stuck-note.ts");
  return sayOfStuck(context, { verb, items, cause, ...said });
}
