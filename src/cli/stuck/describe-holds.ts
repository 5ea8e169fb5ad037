import { Argument, type Command } from "commander";
import { type BrakedStage, brakedStages } from "../../core/hold/brake.ts";
import { actorOption, jsonOption, type RunCommand, reasonOption, withExample } from "../words.ts";
import type { BrakeOptions } from "./hold.ts";

/** Adds `hold` and `release`. */
export function describeBrakes(program: Command, run: RunCommand): void {
  brakeCommand(
    withExample(
      program.command("hold"),
      'busbar hold intake --channel inbox --reason "the sender repeats a day"',
      'busbar hold actions --name "request pick" --reason "the warehouse is shut"',
    ).description("hold a stage or a part of it: nothing is lost, what comes waits"),
  ).action((stage: BrakedStage, options: BrakeOptions) =>
    run(async (context) => (await import("./hold.ts")).hold(context, stage, options)),
  );

  brakeCommand(
    withExample(
      program.command("release"),
      'busbar release intake --channel inbox --reason "the sender has mended it"',
    ).description(
      "resume what was held; repeat the options you held it with (`busbar status` shows them)",
    ),
  ).action((stage: BrakedStage, options: BrakeOptions) =>
    run(async (context) => (await import("./hold.ts")).releaseHeld(context, stage, options)),
  );
}

function brakeCommand(command: Command): Command {
  return command
    .addArgument(new Argument("<stage>", "what to hold").choices(brakedStages))
    .option("--channel <name>", "intake, outbound: only this channel")
    .option("--type <type>", "actions: only of this type of process; outbound: only this flow")
    .option("--name <action>", "actions: only those of this name")
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption());
}
