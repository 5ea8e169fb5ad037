import { printable } from "../../printable.ts";
import type { Frame } from "./frame.ts";
import { packCode } from "./lines/line.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";

/** Says of a group of the flow that it cannot be where it is. `after`: the group before it. */
export function sayOutOfPlace(plan: FlowPlan, code: string, after: FlowNode): string {
  const place = after === plan.root ? "at the beginning" : `after group ${after.group.code}`;
  return `Group ${printable(code)} cannot be ${place} in ${plan.definition.flow}: the group it belongs to is missing; ask the sender to correct the file.`;
}

/** Says of a code that the flow has no such group, and which one may be meant. */
export function sayUnknownGroup(plan: FlowPlan, frame: Frame, code: string): string {
  return `Flow ${plan.definition.flow} has no group "${printable(code)}"${meant(plan, frame, code)}; ask the sender what it is, or have it added to the catalogue.`;
}

/** A code that is written otherwise than it must be: in small letters, or with blanks around it. */
function meant(plan: FlowPlan, frame: Frame, text: string): string {
  const code = text.trim().toUpperCase();
  if (code === "" && text !== "") return ": the line begins with blanks or holds nothing else";
  if (code === "") return ": the line has no record code";
  const known = code === frame.trailer || code === frame.header || plan.codes.has(packCode(code));
  return known && code !== text
    ? `: a code is written in capitals and without blanks, as ${code}`
    : "";
}
