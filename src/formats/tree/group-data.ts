import type { GroupData } from "../../core/document.ts";
import type { Collected } from "./collector.ts";
import { Line } from "./line.ts";
import type { FlowNode } from "./plan.ts";

/** A group's data while it is being put together. */
export interface Draft {
  [name: string]: string | Draft | Draft[];
}

/** One occurrence of a group with those below it, in the order sent. */
export interface Occurrence {
  readonly node: FlowNode;
  readonly fields: Draft;
  readonly groups: Occurrence[];
}

/** The fields of a line by key; empty ones are absent. */
export function fieldsOf(node: FlowNode, line: Line): Draft {
  const fields: Draft = {};
  for (const [index, field] of node.fields.entries()) {
    const text = line.field(index + 1);
    if (text !== "") fields[field.key] = text;
  }
  return fields;
}

/** The data of an occurrence: its fields, its groups under their keys, in the catalogue's order. */
export function dataOf(occurrence: Occurrence): Draft {
  const data: Draft = { ...occurrence.fields };
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
  if (!ordered) data["$order"] = groups.map((group) => group.node.group.code).join(" ");
}

/** The tree of a message's lines, below the node its first line is at or above the roots. */
export function treeOf(
  collected: Collected,
  nodes: readonly FlowNode[],
  top: FlowNode,
): Occurrence {
  const { bytes, offset, log, from, to } = collected;
  const line = new Line();
  const root: Occurrence = { node: top, fields: {}, groups: [] };
  const open = new Map<FlowNode, Occurrence>([[top, root]]);
  for (let index = from; index < to; index += 2) {
    const node = nodes[log[index] ?? 0];
    if (node === undefined) continue;
    line.scan(bytes, offset + (log[index + 1] ?? 0));
    const fields = fieldsOf(node, line);
    if (node === top) Object.assign(root.fields, fields);
    else {
      const occurrence: Occurrence = { node, fields, groups: [] };
      const above = node.parent === null ? undefined : open.get(node.parent);
      (above ?? root).groups.push(occurrence);
      open.set(node, occurrence);
    }
  }
  return root;
}

/** Data as it is stored: what is typed as data is what is written. */
export function stringify(data: Draft): string {
  const typed: GroupData = data;
  return JSON.stringify(typed);
}
