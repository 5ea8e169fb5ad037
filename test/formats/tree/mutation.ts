import { fc } from "../../property.ts";

/** What may happen to bytes on their way, or to lines in somebody's hands. */
export type Mutation =
  | { readonly kind: "set" | "insert"; readonly at: number; readonly byte: number }
  | { readonly kind: "remove" | "repeat"; readonly at: number; readonly length: number }
  | { readonly kind: "cut" | "carriage-return"; readonly at: number }
  | {
      readonly kind: "drop-lines" | "swap-lines" | "copy-line";
      readonly at: number;
      readonly length: number;
    };

const at = fc.nat({ max: 20_000 });
const byte = fc.oneof(
  fc.constantFrom(0x7c, 0x0a, 0x0d, 0x22, 0x5c, 0x00, 0xff, 0x2c, 0x1f, 0x20),
  fc.nat({ max: 255 }),
);
const few = fc.nat({ max: 5 });

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom("set" as const, "insert" as const), at, byte }),
  fc.record({ kind: fc.constant("remove" as const), at, length: fc.nat({ max: 60 }) }),
  fc.record({ kind: fc.constant("repeat" as const), at, length: fc.nat({ max: 200 }) }),
  fc.record({ kind: fc.constantFrom("cut" as const, "carriage-return" as const), at }),
  fc.record({
    kind: fc.constantFrom("drop-lines" as const, "swap-lines" as const, "copy-line" as const),
    at,
    length: few,
  }),
);

/** The bytes after it. Places are taken around the end. */
export function mutated(bytes: Buffer, one: Mutation): Buffer {
  const place = bytes.length === 0 ? 0 : one.at % bytes.length;
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (one.kind) {
    case "set":
      return Buffer.concat([before, Buffer.of(one.byte), after.subarray(1)]);
    case "insert":
      return Buffer.concat([before, Buffer.of(one.byte), after]);
    case "remove":
      return Buffer.concat([before, after.subarray(one.length)]);
    case "repeat":
      return Buffer.concat([before, after.subarray(0, one.length), after]);
    case "cut":
      return before;
    case "carriage-return":
      return withLines(bytes, (lines) => {
        const index = one.at % lines.length;
        lines[index] = `${lines[index]}\r`;
      });
    default:
      return withLines(bytes, (lines) => {
        const from = one.at % lines.length;
        const to = Math.min(from + one.length, lines.length - 1);
        const [first = "", last = ""] = [lines[from], lines[to]];
        if (one.kind === "drop-lines") lines.splice(from, one.length);
        else if (one.kind === "copy-line") lines.splice(from, 0, last);
        else [lines[from], lines[to]] = [last, first];
      });
  }
}

function withLines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  const lines = bytes.toString("latin1").split("\n");
  change(lines);
  return Buffer.from(lines.join("\n"), "latin1");
}
