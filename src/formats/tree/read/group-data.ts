import type { GroupData } from "../../../core/file/document.ts";
import type { Collected } from "./collector.ts";
import { Line } from "./lines/line.ts";
import { type FlowNode, type FlowPlan, rawKey } from "./plan.ts";

/** A group's data while it is being put together. */
export interface Draft {
  [name: string]: string | Draft | Draft[];
}

/** One occurrence of a group with those below it, in the order sent. */
export interface Occurrence {
  readonly node: FlowNode;
  readonly fields: Draft;
  readonly groups: Occurrence[];
  /** Records without a definition that came right after its line. */
  readonly records: readonly Draft[];
}

/** The fields of a line by key; empty ones are absent. */
export function fieldsOf(node: FlowNode, line: Line): Draft {
  const fields: Draft = {};
  for (const [index, field] of node.fields.entries()) {
    const text = line.field(index + 1);
    if (text !== "") fields[field.key] = text;
  }
  if (node.open) addFurther(fields, node, line);
  return fields;
}

/** Fields without a name are `field3` and so on; the last is there even when empty, so that a line's length is known. */
function addFurther(fields: Draft, node: FlowNode, line: Line): void {
  const last = line.count - 1;
  for (let index = node.fields.length + 1; index <= last; index += 1) {
    const text = line.field(index);
    if (text !== "" || index === last) fields[`field${index}`] = text;
  }
}

/** The data of an occurrence: its fields, its groups under their keys, in the catalogue's order. */
export function dataOf(occurrence: Occurrence): Draft {
  const data: Draft = { ...occurrence.fields };
  if (occurrence.records.length > 0) data[rawKey] = [...occurrence.records];
  addGroups(data, occurrence);
  return data;
}

/**
 * Adds groups under their keys: an object where the catalogue allows one occurrence, else an array.
 * Groups that were not sent in the catalogue's order get `$order`, the codes as they came, so that
 * the text can be written again as it was.
 */
export function addGroups(data: Draft, { node, groups }: Occurrence): void {
  let last = -1;
  const ordered = groups.every((group) => {
    const rising = group.node.index >= last;
    last = group.node.index;
    return rising;
  });
  for (const child of node.children) {
    const of = groups.filter((group) => group.node === child).map(dataOf);
    const [first] = of;
    if (first === undefined) continue;
    data[child.group.key] = child.group.max === 1 && of.length === 1 ? first : of;
  }
  if (!ordered) data[orderKey] = groups.map((group) => orderCode(group.node)).join(" ");
}

/** Where data has the order of groups that were not sent in the catalogue's. */
export const orderKey = "$order";
/** Where data says how many groups were left out of it. */
export const restKey = "$rest";

/** A group's code in an order; where siblings have the same code, the second is `SUP~2`. */
export function orderCode({ group, twins, index }: FlowNode): string {
  const before = twins.filter((twin) => twin.index < index).length;
  return before === 0 ? group.code : `${group.code}~${before + 1}`;
}

/** The tree of a message's lines, below the node its first line is at or above the roots. */
export function treeOf(collected: Collected, plan: FlowPlan, top: FlowNode): Occurrence {
  const { bytes, offset, log, from, to } = collected;
  const line = new Line(plan.delimiter);
  const root = occurrenceOf(top, {});
  const open = new Map<FlowNode, OpenOccurrence>([[top, root]]);
  let last = root;
  for (let index = from; index < to; index += 2) {
    const node = plan.nodes[log[index] ?? 0];
    if (node === undefined) continue;
    line.scan(bytes, offset + (log[index + 1] ?? 0));
    const fields = fieldsOf(node, line);
    if (node === plan.raw) last.records.push({ code: line.field(0), ...fields });
    else if (node === top) Object.assign(root.fields, fields);
    else {
      last = occurrenceOf(node, fields);
      const above = node.parent === null ? undefined : open.get(node.parent);
      (above ?? root).groups.push(last);
      open.set(node, last);
    }
  }
  return root;
}

interface OpenOccurrence extends Occurrence {
  readonly records: Draft[];
}

function occurrenceOf(node: FlowNode, fields: Draft): OpenOccurrence {
  return { node, fields, groups: [], records: [] };
}

/** Data as it is stored: what is typed as data is what is written. */
export function stringify(data: Draft): string {
  const typed: GroupData = data;
  return JSON.stringify(typed);
}
