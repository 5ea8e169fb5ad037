import type { JsonNode } from "../text/json-node.ts";
import { isSameNumber } from "../text/kept-numbers.ts";

/** What is written: a value of a text, in the light of the one that was read. */
export interface Rewriting {
  /** The text that was read; empty when there is none. */
  readonly read: string;
  /** The text of what is wanted. */
  readonly wanted: string;
  /** Whether blanks and the order of members stay as they were read; else all is laid out anew. */
  readonly inPlace: boolean;
}

/**
 * The text of a wanted value. What stands for the value that was read is written with its very
 * characters: numbers and escapes look as they did. With `inPlace` the blanks between stay, too, except
 * in an object or a list that has other members than it had.
 */
export function rewrite(
  texts: Rewriting,
  read: JsonNode | undefined,
  wanted: JsonNode,
  indent = "",
): string {
  const scalar = wanted.kind !== "object" && wanted.kind !== "list";
  if (read !== undefined && (scalar || texts.inPlace) && isSame(read, wanted))
    return texts.read.slice(read.start, read.end);
  if (scalar) return texts.wanted.slice(wanted.start, wanted.end);
  const parts = partsOf(read, wanted);
  if (read !== undefined && texts.inPlace && hasSameNames(read, wanted))
    return inPlace(texts, read, parts);
  return anew(texts, read, wanted.kind, parts, indent);
}

/** A member or an element: as wanted, and as it was read where there was one. */
interface Part {
  readonly name: string | null;
  readonly read: JsonNode | undefined;
  readonly wanted: JsonNode;
}

function partsOf(read: JsonNode | undefined, wanted: JsonNode): Part[] {
  if (wanted.kind === "list") {
    const before = read?.kind === "list" ? read.items : [];
    return wanted.items.map((item, at) => ({ name: null, read: before[at], wanted: item }));
  }
  if (wanted.kind !== "object") return [];
  const before = read?.kind === "object" ? read.members : null;
  return [...wanted.members].map(([name, member]) => ({
    name,
    read: before?.get(name),
    wanted: member,
  }));
}

function inPlace(texts: Rewriting, { start, end }: JsonNode, parts: readonly Part[]): string {
  let [text, at] = ["", start];
  const place = ({ read }: Part) => read?.start ?? end;
  for (const part of parts.toSorted((a, b) => place(a) - place(b))) {
    if (part.read === undefined) continue;
    const { read } = part;
    text += texts.read.slice(at, read.start);
    text += rewrite(texts, read, part.wanted, indentAt(texts.read, read.start));
    at = read.end;
  }
  return text + texts.read.slice(at, end);
}

function anew(
  texts: Rewriting,
  read: JsonNode | undefined,
  kind: "object" | "list",
  parts: readonly Part[],
  indent: string,
): string {
  const [open, close] = kind === "object" ? ["{", "}"] : ["[", "]"];
  if (parts.length === 0) return open + close;
  // A file on one line stays on one.
  const wide = !texts.inPlace || texts.read.trim().includes("\n");
  const outer = read === undefined || !texts.inPlace ? indent : indentAt(texts.read, read.start);
  const inner = `${outer}  `;
  const members = parts.map((part) => {
    const name = part.name === null ? "" : `${JSON.stringify(part.name)}:${wide ? " " : ""}`;
    return name + rewrite(texts, part.read, part.wanted, inner);
  });
  if (!wide) return open + members.join(",") + close;
  return `${open}\n${inner}${members.join(`,\n${inner}`)}\n${outer}${close}`;
}

/** The blanks that the line of a place begins with. */
function indentAt(text: string, place: number): string {
  const start = text.lastIndexOf("\n", place - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, place))?.[0] ?? "";
}

function hasSameNames(read: JsonNode, wanted: JsonNode): boolean {
  if (read.kind === "list")
    return wanted.kind === "list" && read.items.length === wanted.items.length;
  if (read.kind !== "object" || wanted.kind !== "object") return false;
  return (
    read.members.size === wanted.members.size &&
    [...wanted.members.keys()].every((name) => read.members.has(name))
  );
}

/** Whether a wanted value is the one that was read, however it is written. */
export function isSame(read: JsonNode, wanted: JsonNode): boolean {
  if (read.kind === "number" && wanted.kind === "number")
    return isSameNumber(read.text, wanted.text);
  if (read.kind === "list" || read.kind === "object")
    return (
      hasSameNames(read, wanted) &&
      partsOf(read, wanted).every(
        (part) => part.read !== undefined && isSame(part.read, part.wanted),
      )
    );
  return read.kind === wanted.kind && "text" in wanted && read.text === wanted.text;
}
