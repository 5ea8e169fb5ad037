import type { Envelope } from "../../../core/file/envelope.ts";
import type { Frame } from "../read/frame.ts";
import type { FlowNode, FlowPlan } from "../read/plan.ts";
import type { EnvelopeField } from "./envelope-line.ts";
import type { QuoteRule } from "./line-styles.ts";

/**
 * Texts are in quotes, record codes too; numbers, dates, times and empty fields are not. What no
 * definition knows counts as a number when it looks like one. Where a definition says otherwise of its
 * files, nothing does that need not; or texts do when they are empty, too, and times.
 */
export function quoteRule(frame: Frame, envelope: Envelope, plan: FlowPlan): QuoteRule {
  const { quoting } = plan.definition.rules;
  const all = quoting === "all-text";
  if (!all && quoting !== "text") return () => false;
  const nodes = new Map<string, FlowNode>();
  for (const node of plan.nodes) if (!nodes.has(node.group.code)) nodes.set(node.group.code, node);
  const { header, trailer } = frame;
  const top = frame.headerLine(envelope, {}).fields;
  const bottom = frame.trailerLine?.fields ?? [];
  return (code, position, value) => {
    if (position === 0) return true;
    if (value === "" && !all) return false;
    if (code === header) return isText(top[position - 1], all);
    if (code === trailer) return isText(bottom[position - 1], all);
    const kind = nodes.get(code)?.fields[position - 1]?.format.kind ?? "any";
    if (kind === "time") return all;
    if (kind === "any" && value === "") return false;
    return kind === "any"
      ? !/^[+-]?\d+(?:\.\d+)?$/.test(value)
      : kind === "text" || kind === "boolean";
  };
}

function isText(field: EnvelopeField | undefined, timesToo: boolean): boolean {
  return field?.kind === undefined || (timesToo && field.kind === "time");
}
