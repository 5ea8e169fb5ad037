import { LineCounter, parseDocument } from "yaml";
import { yamlFaults } from "../yaml-faults.ts";

/** A place in a file, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A parsed file of definitions that can say where each part of it stands. */
export interface DefinitionText {
  readonly value: unknown;
  /** What is wrong with it as YAML or JSON; when there is anything, the value is worth nothing. */
  readonly mistakes: readonly { readonly at: TextPlace; readonly message: string }[];
  /** Where the value at the path stands, or the nearest thing around it that is there. */
  placeOf(path: readonly PropertyKey[]): TextPlace;
}

/** Parses YAML, and JSON as the YAML it is nearly always. */
export function parseDefinitionText(text: string): DefinitionText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): TextPlace => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes = yamlFaults(text, document.errors).map(({ offset, message }) => ({
    at: place(offset),
    message,
  }));
  return {
    value: mistakes.length === 0 ? document.toJS() : null,
    mistakes,
    placeOf: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const node: unknown = document.getIn(path.slice(0, length), true);
        const start = startOf(node);
        if (start !== null) return place(start);
      }
      return { line: 1, column: 1 };
    },
  };
}

function startOf(node: unknown): number | null {
  if (typeof node !== "object" || node === null || !("range" in node)) return null;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : null;
}
