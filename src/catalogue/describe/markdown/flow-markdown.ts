import type { AnyFlow } from "../../any-flow.ts";
import type { CodeLabels } from "../../definition.ts";
import { eventMarkdown } from "./event-markdown.ts";
import { markdownPage } from "./markdown.ts";
import { tableMarkdown } from "./table-markdown.ts";

/** A page in Markdown about a flow, whatever its family. */
export function flowMarkdown(flow: AnyFlow, labels: (item: string) => CodeLabels): string {
  if ("groups" in flow) return markdownPage(flow, labels);
  return "columns" in flow ? tableMarkdown(flow) : eventMarkdown(flow);
}
