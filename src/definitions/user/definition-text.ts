import { isUtf8 } from "node:buffer";
import { readYaml, type YamlText } from "../../catalogue/load/read-yaml.ts";
import { nameOffset, nodeAt } from "../../catalogue/load/yaml-place.ts";
import { jsonFault } from "./json-fault.ts";
import type { Path } from "./mistake.ts";

/** A place in a file, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file, and where. */
export interface PlacedMistake {
  readonly at: TextPlace;
  readonly message: string;
}

/** A parsed file of definitions that can say where each part of it is. */
export interface DefinitionText {
  readonly value: unknown;
  /** What is wrong with it as YAML or JSON; when there is anything, the value is worth nothing. */
  readonly mistakes: readonly PlacedMistake[];
  /** Where the value at the path is, or the nearest thing around it that is there. */
  placeOf(path: Path): TextPlace;
  /** Where a name is among those of the value at the path, or that value. */
  placeOfName(path: Path, name: string): TextPlace;
}

const byteOrderMark = "\ufeff";

/** Parses the bytes of a file: JSON where its name says so, else YAML. */
export function parseDefinitionText(name: string, bytes: Buffer): DefinitionText {
  const notUtf8 = firstOddPlace(bytes);
  if (notUtf8 !== null)
    return broken(notUtf8, "is not UTF-8 from here on; save the file in that encoding");
  const whole = bytes.toString("utf8");
  const text = whole.startsWith(byteOrderMark) ? whole.slice(1) : whole;
  const isJson = /\.json$/i.test(name);
  const yaml = readYaml(text);
  const fault = isJson ? jsonFault(text) : null;
  if (fault !== null)
    return broken(placeIn(yaml, fault.offset), `cannot be read as JSON: ${fault.message}`);
  // JSON is YAML nearly always; where it is not, only the places are less exact.
  const faults = isJson ? yaml.faults.filter(({ isTwin }) => isTwin === true) : yaml.faults;
  const start = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = nodeAt(yaml.contents, path.slice(0, length));
      if (node?.range) return node.range[0];
    }
    return 0;
  };
  const value: unknown = isJson ? JSON.parse(text) : yaml.value;
  return {
    value: faults.length === 0 ? value : null,
    mistakes: faults.map(({ offset, message }) => ({ at: placeIn(yaml, offset), message })),
    placeOf: (path) => placeIn(yaml, start(path)),
    placeOfName: (path, key) =>
      placeIn(yaml, nameOffset(nodeAt(yaml.contents, path), key) ?? start(path)),
  };
}

function broken(at: TextPlace, message: string): DefinitionText {
  return { value: null, mistakes: [{ at, message }], placeOf: () => at, placeOfName: () => at };
}

function placeIn({ lines }: YamlText, offset: number): TextPlace {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Where the first bytes are that are no UTF-8; null when all are. */
function firstOddPlace(bytes: Buffer): TextPlace | null {
  if (isUtf8(bytes)) return null;
  let from = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const part = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (!isUtf8(part) || end < 0)
      return { line, column: part.toString("utf8").indexOf("\ufffd") + 1 };
    from = end + 1;
  }
}
