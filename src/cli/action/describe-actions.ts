import { Argument, type Command, Option } from "commander";
import { actionStates, type InterventionKind } from "../../core/action/ledger.ts";
import type { JsonOption } from "../context.ts";
import { withEnvelopeFilters } from "../list-filters.ts";
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
import type { ActionDecideOptions, ActionRetryOptions } from "./action-decide.ts";
import type { ActionListOptions } from "./action-list.ts";

/** What each decision does, and why somebody would take it. */
const decisions: readonly (readonly [
  kind: Exclude<InterventionKind, "retry">,
  about: string,
  why: string,
])[] = [
  ["skip", "skip an action: it is never run", "was done by telephone"],
  ["cancel", "cancel an action that is not done yet", "the customer called it off"],
  [
    "force",
    "run an action again that has ended, as a new row of the ledger",
    "the pick list was lost",
  ],
  [
    "release",
    "release an action that needs review, so that it runs",
    "the customer still wants it",
  ],
  ["undo", "plan what a done action's definition declares as its opposite", "ordered by mistake"],
];

/** Adds `action …`. */
export function describeActions(program: Command, run: RunCommand): void {
  const action = withExample(
    program.command("action"),
    "busbar action list --state failed",
    "busbar action show 12",
  );
  action.description(
    "what follows from events, one small thing at a time: list, show, retry, skip, cancel, force, release, undo",
  );

  withEnvelopeFilters(
    withExample(
      action.command("list"),
      "busbar action list --state failed",
      "busbar action list --key 1200000000003",
    ),
    "planned",
    "because of what came in a file ",
  )
    .description("list rows of the ledger, in the order they were planned")
    .addOption(
      new Option("--state <state>", "only in this state").choices([...actionStates, "failing"]),
    )
    .option("--name <action>", 'only of this name, e.g. "request pick"')
    .option("--type <type>", "only of processes of this type")
    .option("--key <key>", "only of processes with this key")
    .addOption(limitOption("actions, the newest, or the oldest that failed or need review"))
    .addOption(afterOption())
    .addOption(jsonOption())
    .action((options: ActionListOptions) =>
      run(async (context) => (await import("./action-list.ts")).actionList(context, options)),
    );

  withExample(action.command("show"), "busbar action show 12")
    .description("show an action: what its conditions saw, its attempts, effects, and what to do")
    .addArgument(new Argument("<id>", "number of the action").argParser(wholeNumber))
    .addOption(jsonOption())
    .action((id: number, options: JsonOption) =>
      run(async (context) => (await import("./action-show.ts")).actionShow(context, id, options)),
    );

  describeDecisions(action, run);
}

/** Adds `action retry` and the other decisions on actions. */
function describeDecisions(action: Command, run: RunCommand): void {
  deciding(
    withExample(
      action.command("retry"),
      'busbar action retry 12 --reason "the warehouse is open again"',
      'busbar action retry --name "request pick" --reason "fixed in 1.4.2"',
    ),
  )
    .description("try failed actions again, with all their attempts before them")
    .addArgument(idsArgument("[id...]"))
    .option("--name <action>", "all failed ones of this name")
    .option("--type <type>", "of them, those of processes of this type")
    .action((ids: number[] | undefined, options: ActionRetryOptions) =>
      run(async (context) =>
        (await import("./action-decide.ts")).actionRetry(context, ids ?? [], options),
      ),
    );

  for (const [kind, about, why] of decisions) {
    deciding(withExample(action.command(kind), `busbar action ${kind} 12 --reason "${why}"`))
      .description(about)
      .addArgument(idsArgument("<id...>"))
      .action((ids: number[], options: ActionDecideOptions) =>
        run(async (context) =>
          (await import("./action-decide.ts")).actionDecide(context, kind, ids, options),
        ),
      );
  }
}

function deciding(command: Command): Command {
  return command.addOption(reasonOption()).addOption(actorOption()).addOption(jsonOption());
}

function idsArgument(name: string): Argument {
  return new Argument(name, "numbers of actions").argParser(
    (text: string, before: number[] | undefined) => [...(before ?? []), wholeNumber(text)],
  );
}
