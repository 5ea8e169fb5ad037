import type { GroupDefinition } from "./definition.ts";
import type { FlowRules } from "./flow-rules.ts";

/** The data item that numbers a sender's files of a flow one by one: File Sequence Number. */
const sequenceItem = "J0330";

/** Where a flow's files carry their running number: in a group that occurs once, outside the messages. */
export interface SequenceField {
  readonly group: GroupDefinition;
  /** Index into the group's `fields`. */
  readonly field: number;
}

/** Where the number is; null when the groups have none. */
export function sequenceField(groups: readonly GroupDefinition[]): SequenceField | null {
  for (const group of groups) {
    const field = group.fields.findIndex(({ item }) => item === sequenceItem);
    if (field >= 0 && group.max === 1) return { group, field };
  }
  return null;
}

/**
 * The rules with numbers looked at where the groups have one: file numbers of registration services and
 * from data collectors to aggregators are contiguous, as the item's notes say.
 */
export function sequenced(rules: FlowRules, groups: readonly GroupDefinition[]): FlowRules {
  if (sequenceField(groups) === null) return rules;
  return { ...rules, sequence: { ...rules.sequence, check: "warn" } };
}
