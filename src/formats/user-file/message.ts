import type { Message, Subject } from "../../core/document.ts";
import type { Problem } from "../../core/problem.ts";
import type { Collected } from "./collector.ts";
import { dataOf, stringify, treeOf } from "./group-data.ts";
import { jsonText } from "./json-text.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";
import type { SharedGroup, SharedGroups } from "./shared-groups.ts";

/** What a message is made of. */
export interface MessageParts {
  readonly plan: FlowPlan;
  readonly line: number;
  readonly lastLine: number;
  /** Node of its first line. */
  readonly node: FlowNode;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  readonly collected: Collected;
  /** Has groups out of order or more often than they may be. */
  readonly irregular: boolean;
  /** What it shares with others, and the group it stands below; null when the flow has no such groups. */
  readonly shared: SharedGroups | null;
  readonly above: SharedGroup | null;
}

/** A message of a user file: its bytes, turned into data only when they are asked for. */
export class UserFileMessage implements Message {
  readonly line: number;
  readonly lastLine: number;
  readonly group: string;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  readonly #parts: MessageParts;

  constructor(parts: MessageParts) {
    this.line = parts.line;
    this.lastLine = parts.lastLine;
    this.group = parts.node.group.code;
    this.subject = parts.subject;
    this.problems = parts.problems;
    this.#parts = parts;
  }

  /**
   * Data beyond the catalogue's keys: `$order` where groups were not sent in the catalogue's order,
   * `$rest` with the number of groups left out because there were too many to hold.
   */
  json(): string {
    const { plan, node, collected, irregular } = this.#parts;
    const top = plan.wholeFile ? plan.root : node;
    const members = this.#members();
    if (!irregular) return jsonText(plan, collected, top, members);
    const own = stringify(dataOf(treeOf(collected, plan.nodes, top))).slice(1, -1);
    return `{${[members, own].filter((text) => text !== "").join(",")}}`;
  }

  #members(): string {
    const { shared, above, collected, plan } = this.#parts;
    if (shared !== null && above !== null) {
      if (!shared.complete)
        throw new Error("The data of a message is known only after the reader's end()");
      return shared.members(above);
    }
    if (plan.wholeFile && collected.leftOut > 0)
      return `"$rest":${JSON.stringify({ groups: String(collected.leftOut) })}`;
    return "";
  }
}
