import type {
  FieldDefinition,
  FlowDefinition,
  GroupDefinition,
} from "../../../catalogue/definition.ts";
import { type SequenceField, sequenceField } from "../../../catalogue/sequence-field.ts";
import { type FieldRule, ruleFor } from "../check/field-rule.ts";
import { type ReadingFields, readingFieldsOf } from "../check/reading-fields.ts";
import { countsHalfHours, dayFieldOf } from "../day-field.ts";
import { packCode } from "./lines/line.ts";

/** What the code of a record may be. */
export const recordCode = /^\w{1,10}$/;

/** Where data has the records that its flow's definition does not know, after the group they came after. */
export const rawKey = "$records";

/** A group of a flow at one place in its tree, prepared for walking. */
export interface FlowNode {
  /** Number of the node in its plan. */
  readonly id: number;
  /** Null for the node above the roots, which has no line. */
  readonly parent: FlowNode | null;
  readonly depth: number;
  /** Position among its siblings. */
  readonly index: number;
  readonly group: GroupDefinition;
  readonly fields: readonly FieldDefinition[];
  /** Their names in data. */
  readonly keys: readonly string[];
  readonly rules: readonly FieldRule[];
  readonly children: readonly FlowNode[];
  /** Children whose absence or number is judged when an occurrence of this node ends. */
  readonly judged: readonly FlowNode[];
  /** Where a line with a code goes when the last line was of this node, best first: deepest open group, then in order. */
  readonly next: ReadonlyMap<number, readonly FlowNode[]>;
  /** Other nodes below the same parent with the same code. */
  readonly twins: readonly FlowNode[];
  /** Nodes with the same code below a group that is above its parent. */
  readonly namesakes: readonly FlowNode[];
  /** Begins a message, or is below one that does. */
  readonly inMessage: boolean;
  /** Has a message somewhere below it. */
  readonly aboveMessage: boolean;
  /** Can occur only once in a file: neither it nor a group above it may repeat. */
  readonly single: boolean;
  /** Its occurrences are what a trailer counts beside records (J1066, A0189): the first group, or another of its code. */
  readonly first: boolean;
  /** Index of the field with the subject; -1 when it has none. */
  readonly subject: number;
  /** Index of the field with the settlement day; -1 when it has none, or no half hours are counted by it. */
  readonly day: number;
  /** Where the day is whose half hours its occurrences are; null where they are none, or none is reported. */
  readonly dayNode: FlowNode | null;
  /** Where it tells of meter readings; null where it does not. */
  readonly reading: ReadingFields | null;
  /** Fields after those listed are kept, too. */
  readonly open: boolean;
  /** Records that the flow does not have are kept behind it. */
  readonly keepsRecords: boolean;
}

/** A flow prepared for reading. */
export interface FlowPlan {
  readonly definition: FlowDefinition;
  /** The node above the roots. */
  readonly root: FlowNode;
  readonly nodes: readonly FlowNode[];
  /** Stands for every record whose code the flow does not have; null when it must have none. The last of the nodes. */
  readonly raw: FlowNode | null;
  /** Every code of the flow, packed. */
  readonly codes: ReadonlySet<number>;
  /** Some code can be at several places after the same line. */
  readonly ambiguous: boolean;
  /** No group of the flow begins a message: the whole file is one. */
  readonly wholeFile: boolean;
  /** Messages have groups above or beside them. */
  readonly shared: boolean;
  /** Where the sender's running number of the file is; null where the flow has none. */
  readonly sequence: { readonly node: FlowNode; readonly field: number } | null;
  /** What is known of each node when a file begins: copied, which is quicker than made anew for each small file. */
  readonly beginning: {
    readonly zeros: readonly number[];
    readonly minusOnes: readonly number[];
    readonly trues: readonly boolean[];
  };
  /** Siblings have an order. */
  readonly ordered: boolean;
  /** Between the fields of its lines as they reach the walker: a byte. */
  readonly delimiter: number;
}

/** A node while it is being made. */
interface Draft extends FlowNode {
  day: number;
  dayNode: FlowNode | null;
  readonly children: Draft[];
  readonly judged: Draft[];
  readonly next: Map<number, FlowNode[]>;
  readonly twins: Draft[];
  readonly namesakes: Draft[];
}

const plans = new WeakMap<FlowDefinition, FlowPlan>();

/**
 * The plan of a flow, made once for each definition: families that follow each other's have the same byte between
 * the fields of the lines that reach the reader.
 */
export function planFor(definition: FlowDefinition, delimiter: number): FlowPlan {
  const known = plans.get(definition);
  if (known !== undefined) return known;
  const made = makePlan(definition, delimiter);
  plans.set(definition, made);
  return made;
}

function makePlan(definition: FlowDefinition, delimiter: number): FlowPlan {
  const nodes: Draft[] = [];
  const wholeFile = !hasMessage(definition.groups);
  const { rules } = definition;
  const all = wholeOf(definition);
  const root = addNode(nodes, null, 0, aboveRoots(definition), wholeFile, all);
  const codes = new Set<number>();
  for (const node of nodes) {
    if (node !== root) codes.add(packCode(node.group.code));
    for (let open: Draft | null = node; open !== null; open = draftOf(nodes, open.parent))
      for (const child of open.children) offer(node, child);
    for (const child of node.children) {
      const isLike = (other: Draft) => other !== child && other.group.code === child.group.code;
      child.twins.push(...node.children.filter(isLike));
      for (let above = draftOf(nodes, node.parent); above !== null; ) {
        child.namesakes.push(...above.children.filter(isLike));
        above = draftOf(nodes, above.parent);
      }
    }
  }
  tieToDays(nodes, root);
  const shared = nodes.some((node) => node !== root && !node.inMessage);
  const ambiguous = nodes.some(({ next }) => [...next.values()].some(({ length }) => length > 1));
  const raw = all.keepsRecords ? addRaw(nodes, root) : null;
  const ordered = rules.tree === "parent";
  const sequence = placeOf(sequenceField(definition.groups), root);
  const beginning = {
    zeros: nodes.map(() => 0),
    minusOnes: nodes.map(() => -1),
    trues: nodes.map(() => true),
  };
  return {
    definition,
    root,
    nodes,
    raw,
    codes,
    ambiguous,
    wholeFile,
    shared,
    beginning,
    ordered,
    delimiter,
    sequence,
  };
}

/** Half hours are of the day given by the nearest group above them, else by one that occurs once at the top. */
function tieToDays(nodes: readonly Draft[], root: Draft): void {
  const atTop = root.children.find(
    ({ group, fields }) => group.max === 1 && dayFieldOf(fields) >= 0,
  );
  for (const node of nodes) {
    if (node === root || !countsHalfHours(node.group)) continue;
    let told = draftOf(nodes, node.parent);
    while (told !== null && dayFieldOf(told.fields) < 0) told = draftOf(nodes, told.parent);
    told ??= atTop ?? null;
    if (told === null) continue;
    told.day = dayFieldOf(told.fields);
    node.dayNode = told;
  }
}

function placeOf(found: SequenceField | null, root: FlowNode): FlowPlan["sequence"] {
  const node = root.children.find(({ group }) => group === found?.group);
  return found === null || node === undefined ? null : { node, field: found.field };
}

function addRaw(nodes: Draft[], root: Draft): Draft {
  const raw: Draft = {
    ...root,
    id: nodes.length,
    parent: root,
    depth: 1,
    index: -1,
    group: { ...root.group, key: rawKey, groups: [], max: null, min: 0 },
    children: [],
    judged: [],
    next: new Map(),
    twins: [],
    namesakes: [],
    inMessage: true,
    aboveMessage: false,
    single: false,
    open: true,
  };
  nodes.push(raw);
  return raw;
}

function hasMessage(groups: readonly GroupDefinition[]): boolean {
  return groups.some((group) => group.message || hasMessage(group.groups));
}

function aboveRoots(definition: Pick<FlowDefinition, "name" | "groups">): GroupDefinition {
  return {
    code: "",
    name: definition.name,
    key: "",
    min: 1,
    max: 1,
    counts: null,
    conditional: false,
    message: false,
    subject: null,
    fields: [],
    groups: definition.groups,
  };
}

function draftOf(nodes: readonly Draft[], node: FlowNode | null): Draft | null {
  return node === null ? null : (nodes[node.id] ?? null);
}

/** What holds for every node of a flow. */
interface Whole extends Pick<FlowNode, "open" | "keepsRecords"> {
  /** Codes of the records that are counted; null: those of the first group. */
  readonly counted: readonly string[] | null;
}

function wholeOf({ partial, names }: FlowDefinition): Whole {
  // What records are called is not certain there, so one of another code is no less a record.
  const keepsRecords = partial || names !== undefined;
  return { open: partial, keepsRecords, counted: names?.counted ?? null };
}

function addNode(
  nodes: Draft[],
  parent: Draft | null,
  index: number,
  group: GroupDefinition,
  inMessage: boolean,
  whole: Whole,
): Draft {
  if (parent !== null && packCode(group.code) === -1)
    throw new Error(`Group code "${group.code}" of "${group.name}" is none`);
  const node: Draft = {
    id: nodes.length,
    parent,
    depth: parent === null ? 0 : parent.depth + 1,
    index,
    group,
    fields: group.fields,
    keys: group.fields.map(({ key }) => key),
    rules: group.fields.map((field, at) =>
      ruleFor(field, group.subject?.field === at ? group.subject.kind : null),
    ),
    children: [],
    judged: [],
    next: new Map(),
    twins: [],
    namesakes: [],
    inMessage: inMessage || group.message,
    aboveMessage: !group.message && hasMessage(group.groups),
    single: group.max === 1 && (parent === null || parent.single),
    first: whole.counted === null ? isFirst(parent, group) : whole.counted.includes(group.code),
    subject: group.subject === null ? -1 : group.subject.field,
    day: -1,
    dayNode: null,
    reading: readingFieldsOf(group.fields),
    open: whole.open,
    keepsRecords: whole.keepsRecords,
  };
  nodes.push(node);
  for (const [position, below] of group.groups.entries()) {
    const child = addNode(nodes, node, position, below, node.inMessage, whole);
    node.children.push(child);
    if ((below.min > 0 && !below.conditional) || below.counts !== null) node.judged.push(child);
  }
  return node;
}

function isFirst(parent: FlowNode | null, { code }: GroupDefinition): boolean {
  return parent !== null && parent.parent === null && code === parent.group.groups[0]?.code;
}

function offer(node: Draft, target: FlowNode): void {
  const code = packCode(target.group.code);
  const known = node.next.get(code);
  if (known === undefined) node.next.set(code, [target]);
  else known.push(target);
}
