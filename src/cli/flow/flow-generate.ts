import { generateExample } from "../../app/queries/flows/generate-example.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { askedFlow, catalogueOf } from "./catalogue.ts";

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
  const catalogue = await catalogueOf(context);
  const flow = askedFlow(context, catalogue, words);
  const { content, fewer } = generateExample(catalogue, flow, options);
  if (fewer !== null)
    say(
      `busbar: a file of ${flow.flow} holds no more than ${fewer} message${fewer === 1 ? "" : "s"}`,
    );
  if ("lines" in content) await output.lines(content.lines);
  else await output.bytes(content.bytes);
  return exitCode.good;
}
