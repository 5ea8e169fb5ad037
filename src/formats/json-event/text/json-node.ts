/** A value of a JSON text and where it stands in it. */
export type JsonNode = JsonObject | JsonList | JsonScalar;

interface Span {
  /** From the first character to behind the last. */
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Span {
  readonly kind: "object";
  readonly members: ReadonlyMap<string, JsonNode>;
}

export interface JsonList extends Span {
  readonly kind: "list";
  readonly items: readonly JsonNode[];
}

export interface JsonScalar extends Span {
  readonly kind: "text" | "number" | "boolean" | "null";
  /** A text's characters; of the others the text as written. */
  readonly text: string;
}

/** Whether it says nothing: null, or a text without characters. */
export function isEmpty(node: JsonNode): boolean {
  return node.kind === "null" || (node.kind === "text" && node.text === "");
}
