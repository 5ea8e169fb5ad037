import type { FlowDefinition } from "../../catalogue/definition.ts";
import { catalogueOf } from "../catalogue.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { type AnyFlow, flowNamed } from "../flow-argument.ts";

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
  const flow = flowNamed(catalogue, context, words);
  const labels = (item: string) => catalogue.item(item)?.labels ?? {};
  if (options.json) await output.json(flow);
  else if (options.jsonSchema) {
    const { jsonSchema } = await import("../../catalogue/describe/json-schema.ts");
    await output.line(JSON.stringify(jsonSchema(ofRecords(flow), labels), null, 2));
  } else if (options.markdown) {
    const { markdownPage } = await import("../../catalogue/describe/markdown.ts");
    await output.lines(markdownPage(ofRecords(flow), labels).trimEnd().split("\n"));
  } else if (options.types) {
    const { typeText } = await import("../../catalogue/describe/type-text.ts");
    await output.lines(typeText(ofRecords(flow), { labels }).trimEnd().split("\n"));
  } else await output.lines(await pageOf(flow));
  return exitCode.good;
}

async function pageOf(flow: AnyFlow): Promise<string[]> {
  if ("groups" in flow) return (await import("../print/flow-page.ts")).flowPage(flow);
  if ("columns" in flow) return (await import("../print/table-page.ts")).tablePage(flow);
  return (await import("../print/json-event-page.ts")).jsonEventPage(flow);
}

function ofRecords(flow: AnyFlow): FlowDefinition {
  if ("groups" in flow) return flow;
  throw new CommandFailure(
    `${flow.flow} is of family ${flow.family}, whose flows are shown without this option or with --json; the other forms are for flows of records`,
    exitCode.usage,
  );
}
