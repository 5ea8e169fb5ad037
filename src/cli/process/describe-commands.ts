import { Argument, type Command } from "commander";
import type { JsonOption } from "../context.ts";
import { actorOption, jsonOption, type RunCommand, withExample } from "../words.ts";
import type { CommandRunOptions } from "./command-run.ts";

/** Adds `command …`. */
export function describeCommands(program: Command, run: RunCommand): void {
  const example = `busbar command run 1001 do_cancel --data '{"reason":"asked to"}'`;
  const command = withExample(program.command("command"), example);
  command.description("what people may ask of processes: list, run, show, retry");

  withExample(command.command("list"), "busbar command list", "busbar command list order --json")
    .description("list the commands, what each does and what data it takes")
    .argument("[process]", "only of this type of process, or of the process with this key")
    .addOption(jsonOption())
    .action((process: string | undefined, options: JsonOption) =>
      run(async (context) =>
        (await import("./command-list.ts")).commandList(context, process, options),
      ),
    );

  withExample(
    command.command("run"),
    example,
    "busbar command run order/1001 do_cancel --data @why.json",
  )
    .description("ask something of a process")
    .argument("<process>", "its key, or its type and key as order/1001; its type with --key")
    .argument("<command>", "e.g. do_cancel")
    .option("--data <json>", "its data: JSON, @FILE or - for standard input", "{}")
    .option("--key <key>", "key of the process, when only its type is named before")
    .option(
      "--idempotency-key <key>",
      "asked again under this key, the first answer comes back (default: a new one)",
    )
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((process: string, name: string, options: CommandRunOptions) =>
      run(async (context) =>
        (await import("./command-run.ts")).commandRun(context, process, name, options),
      ),
    );

  withExample(command.command("show"), "busbar command show call-1")
    .description("show what was asked under a key, and what came of it")
    .addArgument(keyArgument())
    .addOption(jsonOption())
    .action((key: string, options: JsonOption) =>
      run(async (context) => (await import("./command-run.ts")).commandShow(context, key, options)),
    );

  withExample(command.command("retry"), "busbar command retry call-1")
    .description("run a command again that failed, once what was wrong is fixed")
    .addArgument(keyArgument())
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((key: string, options: JsonOption & { actor?: string }) =>
      run(async (context) =>
        (await import("./command-run.ts")).commandRetry(context, key, options),
      ),
    );
}

function keyArgument(): Argument {
  return new Argument("<key>", "the idempotency key it was asked under");
}
