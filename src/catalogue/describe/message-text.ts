import type { FlowDefinition } from "../definition.ts";
import { messageShapes } from "./message-shape.ts";

/** What a message of the flow is, as a sentence without its full stop. */
export function messageText(flow: FlowDefinition): string {
  const groups = messageShapes(flow).flatMap(({ group }) => (group === null ? [] : [group]));
  if (groups.length === 0) return "the whole file is one message";
  return groups
    .map(({ code, name }) => `each ${code} ${name} is a message`.replace("  ", " "))
    .join(", ");
}
