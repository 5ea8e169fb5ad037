import { Argument, type Command } from "commander";
import { type HoldableStage, holdableStages } from "../../core/hold/hold.ts";
import { actorOption, jsonOption, type RunCommand, reasonOption, withExample } from "../words.ts";
import type { HoldOptions } from "./hold.ts";

/** Adds `hold` and `release`. */
export function describeHolds(program: Command, run: RunCommand): void {
  holdCommand(
    withExample(
      program.command("hold"),
      'busbar hold intake --channel inbox --reason "the sender repeats a day"',
      'busbar hold actions --name "request pick" --reason "the warehouse is shut"',
    ).description("hold a stage or a part of it: nothing is lost, what comes waits"),
  ).action((stage: HoldableStage, options: HoldOptions) =>
    run(async (context) => (await import("./hold.ts")).hold(context, stage, options)),
  );

  holdCommand(
    withExample(
      program.command("release"),
      'busbar release intake --channel inbox --reason "the sender has fixed it"',
    ).description(
      "release a hold; repeat the options it was placed with (`busbar status` shows them)",
    ),
  ).action((stage: HoldableStage, options: HoldOptions) =>
    run(async (context) => (await import("./hold.ts")).releaseHold(context, stage, options)),
  );
}

function holdCommand(command: Command): Command {
  return command
    .addArgument(new Argument("<stage>", "the stage").choices(holdableStages))
    .option("--channel <name>", "intake, outbound: only this channel")
    .option("--type <type>", "actions: only of this type of process; outbound: only this flow")
    .option("--name <action>", "actions: only those of this name")
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption());
}
