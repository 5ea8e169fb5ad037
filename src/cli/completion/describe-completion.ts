import { Argument, type Command } from "commander";
import { exitCode } from "../failure.ts";
import { type RunCommand, withExample } from "../words.ts";

/** The shells that completion is there for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** Adds `completion`. */
export function describeCompletion(program: Command, run: RunCommand): void {
  withExample(
    program.command("completion"),
    "source <(busbar completion bash)",
    "busbar completion fish > ~/.config/fish/completions/busbar.fish",
  )
    .description("print a script that has a shell complete commands, options and their values")
    .addArgument(new Argument("<shell>", "the shell").choices([...shells]))
    .action((shell: (typeof shells)[number]) =>
      run(async ({ output }) => {
        const { commandShapes } = await import("./command-shape.ts");
        const { completionScript } = await import("./completion-script.ts");
        await output.text(completionScript(shell, commandShapes(program)));
        return exitCode.good;
      }),
    );
}
