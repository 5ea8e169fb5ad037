import type { ReaderContext } from "../../family.ts";
import {
  addGroups,
  type Draft,
  dataOf,
  fieldsOf,
  type Occurrence,
  restKey,
  stringify,
} from "./group-data.ts";
import type { Line } from "./lines/line.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";

/** An occurrence of a group above or beside messages, with the line it is on. */
export interface SharedGroup extends Occurrence {
  readonly line: number;
  readonly above: SharedGroup | null;
  readonly groups: SharedGroup[];
}

/**
 * The groups above and beside the messages of one file. A group above messages is kept by those
 * messages alone; one beside them is kept here, since it may come after them. Bounded: beyond a
 * number of bytes the groups beside messages are counted and left out.
 */
export class SharedGroups implements ReaderContext {
  readonly family: string;
  /** The parent of the roots. */
  readonly top: SharedGroup;
  /** All that will be known is known: messages can be serialised. */
  complete = false;
  readonly #mostBytes: number;
  /** The occurrence that is open, by node. Made with the first, since most flows have no such groups. */
  #open: Map<FlowNode, SharedGroup> | null = null;
  /** Groups above messages that have groups beside them, by their line: what a second reading looks up. */
  #byLine: Map<number, SharedGroup> | null = null;
  #bytes = 0;
  #leftOut = 0;
  /** The members last given: the messages below one group all begin with the same. */
  #membersOf: SharedGroup | null = null;
  #members = "";

  constructor({ root }: FlowPlan, mostBytes: number, family: string) {
    this.family = family;
    this.top = { node: root, fields: {}, groups: [], records: [], line: 0, above: null };
    this.#mostBytes = mostBytes;
  }

  /** Takes in a line outside the messages. */
  add(node: FlowNode, line: Line): void {
    const above = this.#above(node);
    const group: SharedGroup = {
      node,
      fields: fieldsOf(node, line),
      groups: [],
      records: [],
      line: line.number,
      above,
    };
    this.#open ??= new Map();
    const first = !this.#open.has(node);
    this.#open.set(node, group);
    if (node.aboveMessage) return;
    this.#bytes += line.end - line.start;
    if (this.#bytes > this.#mostBytes && !(node.single && first)) {
      this.#leftOut += 1;
      return;
    }
    above.groups.push(group);
    if (above === this.top) return;
    this.#byLine ??= new Map();
    this.#byLine.set(above.line, above);
  }

  /** The group above messages that is open at a node, or above it. */
  openAt(node: FlowNode | null): SharedGroup {
    let place = node;
    while (place !== null && !place.aboveMessage) place = place.parent;
    return (place === null ? undefined : this.#open?.get(place)) ?? this.top;
  }

  #above(node: FlowNode): SharedGroup {
    return (node.parent === null ? undefined : this.#open?.get(node.parent)) ?? this.top;
  }

  /** Members that the data of a message below `above` begins with, as JSON text without braces. */
  members(above: SharedGroup): string {
    if (this.#membersOf !== above) {
      this.#members = this.#write(above);
      this.#membersOf = this.complete ? above : null;
    }
    return this.#members;
  }

  #write(above: SharedGroup): string {
    const data: Draft = {};
    const chain: SharedGroup[] = [];
    for (let group: SharedGroup | null = above; group !== null; group = group.above)
      chain.unshift(group);
    for (const group of chain) {
      if (group.node.parent === null) addGroups(data, this.top);
      else {
        const { groups } = this.#byLine?.get(group.line) ?? group;
        data[group.node.group.key] = dataOf({ ...group, groups });
      }
    }
    if (this.#leftOut > 0) data[restKey] = { groups: String(this.#leftOut) };
    return stringify(data).slice(1, -1);
  }
}
