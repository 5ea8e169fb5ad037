import type { Field } from "./fields.ts";
import type { TablePlan } from "./header.ts";

/** Leaves out the blanks that a table's definition says mean nothing; fields without any stay as they are. */
export class Blanks {
  readonly #trim: boolean;
  /** By position: whether blanks inside values are left out, too. */
  readonly #closed: readonly boolean[];
  readonly #any: boolean;

  constructor({ table, columns }: TablePlan) {
    this.#trim = table.trim;
    this.#closed = columns.map(({ column }) => column?.closed === true);
    this.#any = table.trim || this.#closed.includes(true);
  }

  /** The fields without blanks; the very list that was given when nothing is left out. */
  leaveOut(fields: readonly Field[]): readonly Field[] {
    if (!this.#any) return fields;
    let changed = false;
    const without = fields.map((field, position) => {
      const text = this.#without(field.text, position);
      if (text === field.text) return field;
      changed = true;
      return { ...field, text };
    });
    return changed ? without : fields;
  }

  #without(text: string, position: number): string {
    if (this.#closed[position] === true) return text.replaceAll(/[^\S\r\n]|[\p{Cf}]/gu, "");
    return this.#trim ? trimmed(text) : text;
  }
}

/** Without blanks around it. Carriage returns stay: they belong to line ends. */
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text, from)) from += 1;
  while (from < to && isBlank(text, to - 1)) to -= 1;
  return text.slice(from, to);
}

/** Blanks of all kinds, such as the no-break blank of spreadsheets, and signs that take no room. */
const blank = /[\s\p{Cf}]/u;

function isBlank(text: string, at: number): boolean {
  const character = text[at] ?? "";
  if (character === " " || character === "\t") return true;
  return character > "\u007e" && blank.test(character);
}
