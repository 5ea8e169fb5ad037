import type { FieldDefinition, GroupDefinition } from "../definition.ts";

/** The format of a field as the catalogue writes it, e.g. `CHAR(10)`, `NUM(9,1)`, `±NUM(1)`, `DATE`; `any text` where it states none. */
export function formatName({ format }: FieldDefinition): string {
  switch (format.kind) {
    case "text":
      return `CHAR(${format.length})`;
    case "number": {
      const decimals = format.decimals === 0 ? "" : `,${format.decimals}`;
      return `${format.signed ? "±" : ""}NUM(${format.digits}${decimals})`;
    }
    case "any":
      return "any text";
    default:
      return format.kind.toUpperCase();
  }
}

/** How often a group occurs, e.g. `1`, `0 or 1`, `1 or more`, `46, 48 or 50`. */
export function countName({ min, max, counts }: GroupDefinition): string {
  if (counts !== null) return orList(counts);
  if (max === null) return min === 0 ? "any number" : `${min} or more`;
  if (min === max) return `${min}`;
  return max === min + 1 ? `${min} or ${max}` : `${min} to ${max}`;
}

function orList(counts: readonly number[]): string {
  return `${counts.slice(0, -1).join(", ")} or ${counts.at(-1)}`;
}
