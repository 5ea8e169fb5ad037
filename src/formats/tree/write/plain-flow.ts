import { type FieldRule, kinds } from "../check/field-rule.ts";
import type { Frame } from "../read/frame.ts";
import type { FlowNode, FlowPlan } from "../read/plan.ts";

/** A field as far as it can be in error: what is only worth a warning keeps nothing from being written. */
export interface PlainField {
  readonly required: boolean;
  /** Null when no text of it is an error. */
  readonly rule: FieldRule | null;
  /** What its text keys where it says what a message is about. */
  readonly subject: FieldRule["subject"];
}

/** A group as the short way writes and checks it. */
export interface PlainNode {
  readonly code: string;
  readonly keys: readonly string[];
  readonly fields: readonly PlainField[];
  readonly first: boolean;
  readonly children: readonly PlainChild[];
}

/** A group below another one: how often it must and may occur there. */
export interface PlainChild {
  readonly key: string;
  readonly node: PlainNode;
  readonly min: number;
  readonly max: number;
  readonly counts: readonly number[] | null;
  /** Name of the field of the group above that tells of which day it is the half hours; null where none does. */
  readonly dayKey: string | null;
}

/** A flow whose usual files are written the short way. */
export interface PlainFlow {
  /** The groups that are below no other. */
  readonly roots: readonly PlainChild[];
  /** By code: which of them a message is. Null where the whole file is one message. */
  readonly messages: ReadonlyMap<string, number> | null;
}

/** What a header tells of a flow and its version apart. */
const usualName = /^[A-Z][A-Z0-9]{4}$/;
/** How most headers write a version: three digits. */
export const usualVersion = /^\d{3}$/;

const flows = new WeakMap<FlowPlan, PlainFlow | null>();

/**
 * A flow's groups for the short way; null where it needs more than that: groups above or beside
 * messages, half hours of a day that is given further up, a reference in another form than usual, one code at several places, fields in quotes, lines without a last delimiter, a count that
 * its family does not make.
 */
export function plainFlow(frame: Frame, plan: FlowPlan): PlainFlow | null {
  if (frame.quoted || !frame.closedLines) return null;
  const known = flows.get(plan);
  if (known !== undefined) return known;
  const made = isPlain(frame, plan) ? makePlain(plan) : null;
  flows.set(plan, made);
  return made;
}

function isPlain(
  { family, row }: Frame,
  { shared, raw, nodes, codes, definition }: FlowPlan,
): boolean {
  const { count, checksum } = definition.rules;
  const named = usualName.test(definition.flow) && usualVersion.test(definition.version);
  const usual = row.rules;
  const made =
    definition.family !== family || (count === usual.count && checksum === usual.checksum);
  if (nodes.some(({ dayNode, parent }) => dayNode !== null && dayNode !== parent)) return false;
  // The node above the roots has no code.
  return named && made && !shared && raw === null && codes.size === nodes.length - 1;
}

function makePlain({ root, wholeFile }: FlowPlan): PlainFlow {
  const roots = root.children.map((child) => plainChild(root, child));
  const places = roots.map(({ node }, index) => [node.code, index] as const);
  return { roots, messages: wholeFile ? null : new Map(places) };
}

function plainChild(parent: FlowNode, child: FlowNode): PlainChild {
  const { key, min, max, counts } = child.group;
  const judged = parent.judged.includes(child);
  return {
    key,
    node: plainNode(child),
    min: judged && !child.group.conditional ? min : 0,
    max: max ?? Number.POSITIVE_INFINITY,
    counts: judged ? counts : null,
    dayKey: child.dayNode === null ? null : (parent.keys[parent.day] ?? null),
  };
}

function plainNode(node: FlowNode): PlainNode {
  const fields = node.rules.map((rule, index): PlainField => {
    const free = rule.unused || rule.kind === kinds.any || node.fields[index]?.inferred === true;
    return { required: rule.required, rule: free ? null : rule, subject: rule.subject };
  });
  return {
    code: node.group.code,
    keys: node.keys,
    fields,
    first: node.first,
    children: node.children.map((child) => plainChild(node, child)),
  };
}
