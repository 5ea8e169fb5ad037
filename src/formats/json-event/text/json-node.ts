/** A value of a JSON text and where it is in it. */
export type JsonNode = JsonObject | JsonList | JsonScalar;

interface Span {
  /** From the first character to behind the last. */
  readonly start: number;
  readonly end: number;
}

/** An object of a JSON text, with its members by name. */
export interface JsonObject extends Span {
  readonly kind: "object";
  readonly members: ReadonlyMap<string, JsonNode>;
}

/** A list of a JSON text, with its items in order. */
export interface JsonList extends Span {
  readonly kind: "list";
  readonly items: readonly JsonNode[];
}

/** A value of a JSON text that holds no others. */
export interface JsonScalar extends Span {
  readonly kind: "text" | "number" | "boolean" | "null";
  /** A text's characters; of the others the text as written. */
  readonly text: string;
}

/** Whether it says nothing: null, or a text without characters. */
export function isEmpty(node: JsonNode): boolean {
  return node.kind === "null" || (node.kind === "text" && node.text === "");
}
