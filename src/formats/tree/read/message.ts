import type { Message, Subject } from "../../../core/file/document.ts";
import type { Problem } from "../../../core/file/problem.ts";
import type { Collected } from "./collector.ts";
import { dataOf, restKey, stringify, treeOf } from "./group-data.ts";
import { collectedJson } from "./json-text.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";
import type { SharedGroup, SharedGroups } from "./shared-groups.ts";

/** What a message is made of. */
export interface MessageParts {
  readonly plan: FlowPlan;
  readonly line: number;
  readonly lastLine: number;
  /** Node of its first line, and that line's code. */
  readonly node: FlowNode;
  readonly group: string;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  readonly collected: Collected;
  /** Has groups out of order or more often than they may be. */
  readonly irregular: boolean;
  /** What it shares with others, and the group it is below; null when the flow has no such groups. */
  readonly shared: SharedGroups | null;
  readonly above: SharedGroup | null;
}

/** A message of a file of records: its bytes, turned into data only when they are asked for. */
export class TreeMessage implements Message {
  readonly line: number;
  readonly lastLine: number;
  readonly group: string;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  readonly #plan: FlowPlan;
  readonly #top: FlowNode;
  readonly #collected: Collected;
  readonly #irregular: boolean;
  readonly #shared: SharedGroups | null;
  readonly #above: SharedGroup | null;

  constructor(parts: MessageParts) {
    this.line = parts.line;
    this.lastLine = parts.lastLine;
    this.group = parts.group;
    this.subject = parts.subject;
    this.problems = parts.problems;
    this.#plan = parts.plan;
    const { plan, node } = parts;
    this.#top = plan.wholeFile || node === plan.raw ? plan.root : node;
    this.#collected = parts.collected;
    this.#irregular = parts.irregular;
    this.#shared = parts.shared;
    this.#above = parts.above;
  }

  /**
   * Data beyond the catalogue's keys: `$order` where groups were not sent in the catalogue's order,
   * `$records` after the group they came after for records that the definition does not know, `$rest`
   * with the number of groups left out because there were too many to hold.
   */
  json(): string {
    const members = this.#members();
    if (!this.#irregular) return collectedJson(this.#plan, this.#collected, this.#top, members);
    const tree = treeOf(this.#collected, this.#plan, this.#top);
    const own = stringify(dataOf(tree)).slice(1, -1);
    return `{${[members, own].filter((text) => text !== "").join(",")}}`;
  }

  #members(): string {
    if (this.#shared !== null && this.#above !== null) {
      if (!this.#shared.complete)
        throw new Error("The data of a message is known only after the reader's end()");
      return this.#shared.members(this.#above);
    }
    const { leftOut } = this.#collected;
    if (leftOut > 0) return `"${restKey}":${JSON.stringify({ groups: String(leftOut) })}`;
    return "";
  }
}
