import type {
  CodeLabels,
  FieldDefinition,
  FlowDefinition,
  GroupDefinition,
} from "../definition.ts";
import { countName, formatName } from "./format-name.ts";
import {
  type ChildShape,
  type GroupShape,
  type MessageShape,
  messageShapes,
} from "./message-shape.ts";

/** Where the unions of codes come from. */
export interface TypeTextOptions {
  /** Gives the name of a type for an item's own codes; absent: each union is written where it is used. */
  readonly codeType?: (item: string, codes: readonly string[]) => string | null;
  /** Gives what codes stand for; said in the comment of a field whose union is written out. */
  readonly labels?: (item: string) => CodeLabels;
}

const numbered = `readonly [further: \`field\${number}\`]: string`;

/** What data of a flow that is known in part may have beside what is known. */
const unknownFields = `  /** Fields that the catalogue does not know, by position. */\n  ${numbered};\n`;
const unknownRecords = `  /** Records that the catalogue does not know, which came right after this one. */\n  readonly $records?: readonly { readonly code: string; ${numbered} }[];\n`;

/** Most codes whose meaning is said in a field's comment. */
const mostLabels = 12;

/** The name of the type of a flow's message: its reference, with what a name cannot have left out. */
export function typeName({ flow, version }: Pick<FlowDefinition, "flow" | "version">): string {
  const name = `${flow}${version}`.replaceAll(/\W/g, "_");
  return /^\d/.test(name) ? `_${name}` : name;
}

/**
 * The TypeScript types of a flow's messages: one type with the flow's reference as its name, and one for
 * each group. They are aliases, not interfaces, so that a message is data of any flow, too.
 */
export function typeText(flow: FlowDefinition, options: TypeTextOptions = {}): string {
  return new TypeWriter(flow, options).text();
}

class TypeWriter {
  readonly #flow: FlowDefinition;
  readonly #options: TypeTextOptions;
  readonly #names = new Map<GroupDefinition, string>();
  readonly #taken: Set<string>;
  readonly #groups: string[] = [];

  constructor(flow: FlowDefinition, options: TypeTextOptions) {
    this.#flow = flow;
    this.#options = options;
    this.#taken = new Set([typeName(flow)]);
  }

  text(): string {
    const { flow, version, name: flowName } = this.#flow;
    const name = typeName(this.#flow);
    const title = `${flow} version ${version}: ${flowName}.`;
    const kinds = messageShapes(this.#flow);
    const [only, ...others] = kinds;
    if (only !== undefined && others.length === 0)
      return [this.#type(name, [title, kindLine(only)], only), ...this.#groups].join("\n");
    const names = kinds.map((kind) => this.#kind(kind));
    const union = `${comment([title, "One of several kinds of message."], "")}export type ${name} = ${names.join(" | ")};\n`;
    return [union, ...this.#groups].join("\n");
  }

  #kind(kind: MessageShape): string {
    const { code, key } = kind.group ?? { code: "", key: "file" };
    const name = this.#freeName(key, code);
    this.#add(name, [kindLine(kind)], kind);
    return name;
  }

  #type(name: string, about: readonly string[], shape: GroupShape): string {
    const lines = [
      ...shape.fields.map((field) => this.#field(field)),
      ...shape.groups.map((child) => this.#child(child)),
      ...(this.#flow.partial ? [unknownFields, unknownRecords] : []),
      ...(this.#flow.names === undefined ? [] : [unknownRecords]),
    ];
    return `${comment(about, "")}export type ${name} = {\n${lines.join("")}};\n`;
  }

  #field(field: FieldDefinition): string {
    const inferred = field.inferred ? ", inferred" : "";
    const about = `${field.item === null ? "" : `${field.item} `}${field.name}, ${formatName(field)}${inferred}.`;
    const optional = field.required ? "" : "?";
    const { type, codes } = this.#valueType(field);
    const text = `readonly ${field.key}${optional}: ${type};\n`;
    return `${comment([about, ...codes], "  ")}  ${text}`;
  }

  #valueType(field: FieldDefinition): { readonly type: string; readonly codes: readonly string[] } {
    const { format, item, codes, inferred } = field;
    if (format.kind === "boolean") return { type: inferred ? "string" : '"T" | "F"', codes: [] };
    if (codes === null) return { type: "string", codes: [] };
    const named = item === null ? null : (this.#options.codeType?.(item, codes) ?? null);
    if (named !== null) return { type: named, codes: [] };
    const labels = item === null ? {} : (this.#options.labels?.(item) ?? {});
    return {
      type: codeUnion(codes),
      codes: codes.length > mostLabels ? [] : labelLines(codes, labels),
    };
  }

  #child(child: ChildShape): string {
    const { group, key, required, many } = child;
    const name = this.#names.get(group) ?? this.#nameGroup(child);
    const type = many ? `readonly ${name}[]` : name;
    const about = `${group.code} ${group.name}, ${groupCount(child)}.`;
    return `${comment([about], "  ")}  readonly ${key}${required ? "" : "?"}: ${type};\n`;
  }

  #nameGroup(child: ChildShape): string {
    const { group } = child;
    const name = this.#freeName(group.key, group.code);
    this.#names.set(group, name);
    this.#add(name, [`Group ${group.code} ${group.name}.`.replace(" .", ".")], child);
    return name;
  }

  /** Types follow each other in the order of the tree, parents first. */
  #add(name: string, about: readonly string[], shape: GroupShape): void {
    const place = this.#groups.push("") - 1;
    this.#groups[place] = this.#type(name, about, shape);
  }

  #freeName(key: string, code: string): string {
    const plain = key.slice(0, 1).toUpperCase() + key.slice(1);
    let name = plain;
    if (this.#taken.has(name)) name = `${plain}${code}`;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${plain}${code}${number}`;
    this.#taken.add(name);
    return name;
  }
}

function groupCount({ group, many }: ChildShape): string {
  if (!many && group.max !== 1) return "the one above it";
  return `${countName(group)}${group.conditional ? ", conditional" : ""}`;
}

function kindLine({ group }: MessageShape): string {
  return group === null
    ? "The whole file is one message."
    : `A message is an occurrence of group ${group.code} ${group.name}.`;
}

/** The union of listed codes, open to others: the catalogue's lists are advisory. */
export function codeUnion(codes: readonly string[]): string {
  return `${codes.map((code) => JSON.stringify(code)).join(" | ")} | (string & {})`;
}

/** What codes stand for, one line each, those without a label left out. */
export function labelLines(codes: readonly string[], labels: CodeLabels): string[] {
  return codes.flatMap((code) => {
    const label = labels[code];
    return label === undefined || label === "" ? [] : [`- \`${code}\`: ${label}`];
  });
}

/** A comment that documents what follows it; nothing in it can end it early. */
export function comment(lines: readonly string[], indent: string): string {
  const safe = lines.map((line) => line.replaceAll("*/", "*\\/").replaceAll(/\s+/g, " ").trim());
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`;
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}
