import { loadCatalogue } from "../../catalogue/load.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { flowNamed } from "../flow-argument.ts";

/** `busbar flow show`. */
export interface FlowShowOptions extends JsonOption {
  readonly markdown?: boolean;
  readonly jsonSchema?: boolean;
  readonly types?: boolean;
}

/** `busbar flow show`: what a flow looks like, for people or as one of the forms programs use. */
export async function flowShow(
  context: CommandContext,
  words: readonly string[],
  options: FlowShowOptions,
): Promise<ExitCode> {
  const { output } = context;
  const catalogue = loadCatalogue();
  const flow = flowNamed(catalogue, context, words);
  const labels = (item: string) => catalogue.item(item)?.labels ?? {};
  if (options.json) await output.json(flow);
  else if (options.jsonSchema) {
    const { jsonSchema } = await import("../../catalogue/describe/json-schema.ts");
    await output.line(JSON.stringify(jsonSchema(flow, labels), null, 2));
  } else if (options.markdown) {
    const { markdownPage } = await import("../../catalogue/describe/markdown.ts");
    await output.lines(markdownPage(flow, labels).trimEnd().split("\n"));
  } else if (options.types) {
    const { typeText } = await import("../../catalogue/describe/type-text.ts");
    await output.lines(typeText(flow, { labels }).trimEnd().split("\n"));
  } else {
    const { flowPage } = await import("../print/flow-page.ts");
    await output.lines(flowPage(flow));
  }
  return exitCode.good;
}
