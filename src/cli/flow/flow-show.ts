import type { AnyFlow } from "../../catalogue/any-flow.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { askedFlow, catalogueOf } from "./catalogue.ts";

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
  const catalogue = await catalogueOf(context);
  const flow = askedFlow(context, catalogue, words);
  const labels = (item: string) => catalogue.item(item)?.labels ?? {};
  if (options.json) await output.json(flow);
  else if (options.jsonSchema) {
    const { flowSchema } = await import("../../catalogue/describe/flow-schema.ts");
    await output.line(JSON.stringify(flowSchema(flow, labels), null, 2));
  } else if (options.markdown) {
    const { flowMarkdown } = await import("../../catalogue/describe/markdown/flow-markdown.ts");
    await output.lines(flowMarkdown(flow, labels).trimEnd().split("\n"));
  } else if (options.types) {
    const { flowTypes } = await import("../../catalogue/describe/flow-types.ts");
    await output.lines(flowTypes(flow, { labels }).trimEnd().split("\n"));
  } else await output.lines(await pageOf(flow));
  return exitCode.good;
}

async function pageOf(flow: AnyFlow): Promise<string[]> {
  if ("groups" in flow) return (await import("./flow-page.ts")).flowPage(flow);
  if ("columns" in flow) return (await import("./table-page.ts")).tablePage(flow);
  return (await import("./json-event-page.ts")).jsonEventPage(flow);
}
