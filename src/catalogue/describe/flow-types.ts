import type { AnyFlow } from "../any-flow.ts";
import { eventTypes } from "./event-types.ts";
import { tableTypes } from "./table-types.ts";
import { type TypeTextOptions, typeText } from "./type-text.ts";

/** The TypeScript types of a flow's messages, whatever its family. */
export function flowTypes(flow: AnyFlow, options: TypeTextOptions): string {
  if ("groups" in flow) return typeText(flow, options);
  return "columns" in flow ? tableTypes(flow) : eventTypes(flow);
}
