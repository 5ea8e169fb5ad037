import type { FieldFormat } from "./definition.ts";

/** How a catalogue writes formats, e.g. `CHAR(10)`, `NUM(9,1)`, `INT(12)`, `DATE`. */
export const formatPattern =
  /^(?:CHAR\([1-9]\d*\)|NUM\([1-9]\d*(?:,\d+)?\)|INT\([1-9]\d*\)|DATE|DATETIME|TIME|BOOLEAN)$/;

/** The format that the text stands for; text that does not match `formatPattern`, or none, is any text. */
export function readFormat(text: string | undefined, signed: boolean): FieldFormat {
  const match = /^([A-Z]+)(?:\((\d+)(?:,(\d+))?\))?$/.exec(text ?? "");
  const size = Number(match?.[2] ?? 0);
  switch (match?.[1]) {
    case "CHAR":
      return { kind: "text", length: size };
    case "NUM":
    case "INT":
      return { kind: "number", digits: size, decimals: Number(match[3] ?? 0), signed };
    case "DATE":
      return { kind: "date" };
    case "DATETIME":
      return { kind: "datetime" };
    case "TIME":
      return { kind: "time" };
    case "BOOLEAN":
      return { kind: "boolean" };
    default:
      return { kind: "any" };
  }
}
