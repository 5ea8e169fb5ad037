import { messageShapes } from "../../catalogue/describe/message-shape.ts";
import { fileLines } from "../../formats/generate/file-lines.ts";
import { generateFile } from "../../formats/generate/generate.ts";
import { catalogueOf } from "../catalogue.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { flowNamed } from "../flow-argument.ts";

/** `busbar flow generate`. */
export interface FlowGenerateOptions {
  readonly count?: number;
  readonly seed?: string;
  readonly live?: boolean;
}

/** `busbar flow generate`: a made-up file of a flow, the same for the same seed. */
export async function flowGenerate(
  context: CommandContext,
  words: readonly string[],
  options: FlowGenerateOptions,
): Promise<ExitCode> {
  const { output, say } = context;
  const flow = flowNamed(await catalogueOf(context), context, words);
  if (!("groups" in flow) || flow.family !== "user-file")
    throw new CommandFailure(
      `examples of ${flow.flow} cannot be made up: only flows in User File Format can`,
      exitCode.usage,
    );
  const file = generateFile(flow, options);
  const { count = 1 } = options;
  const made = file.messages.length;
  const wholeFile = messageShapes(flow)[0]?.group === null;
  if (made < count && !wholeFile)
    say(
      `busbar: a file of ${flow.flow} holds no more than ${made} message${made === 1 ? "" : "s"}`,
    );
  await output.lines(fileLines(file));
  return exitCode.good;
}
