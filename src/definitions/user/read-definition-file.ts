import { readFileSync } from "node:fs";
import type { z } from "zod";
import { CatalogueError } from "../../catalogue/load/catalogue-error.ts";
import type { ItemLookup } from "../../catalogue/load/resolve-item.ts";
import { checkWritten } from "./check-definition.ts";
import { definition, type WrittenDefinition } from "./definition-schema.ts";
import { type PlacedDefinition, resolveDefinition } from "./definition-set.ts";
import {
  type DefinitionText,
  type PlacedMistake,
  parseDefinitionText,
  type TextPlace,
} from "./definition-text.ts";
import type { Path } from "./mistake.ts";
import { nameOf, sayIssue } from "./say-issue.ts";

/** Most mistakes of a file that are reported at once. */
const most = 20;

/** Reads a file of one definition or a list of them. Throws `CatalogueError` with every mistake and its place. */
export function readDefinitionFile(file: string, items: ItemLookup): PlacedDefinition[] {
  const text = parseDefinitionText(file, readBytes(file));
  if (text.mistakes.length > 0) throw mistaken(file, text.mistakes);
  const isList = Array.isArray(text.value);
  const written: unknown[] = isList ? Array.from(text.value as unknown[]) : [text.value];
  if (written.length === 0 || text.value === null)
    throw new CatalogueError(file, "", "there is no definition in it; write one, or take it away");
  const right: { readonly at: TextPlace; readonly written: WrittenDefinition }[] = [];
  const wrong: PlacedMistake[] = [];
  for (const [index, one] of written.entries()) {
    const above = isList ? [index] : [];
    const checked = definition.safeParse(one);
    if (checked.success) {
      right.push({ at: text.placeOf([...above, "flow"]), written: checked.data });
      for (const { path, message } of checkWritten(checked.data, items)) {
        const whole = [...above, ...path];
        wrong.push({ at: text.placeOf(whole), message: `${nameOf(whole)}: ${message}` });
      }
    } else wrong.push(...checked.error.issues.flatMap((issue) => say(text, above, one, issue)));
  }
  if (wrong.length > 0) throw mistaken(file, wrong);
  return right.map(({ at, written: one }) => ({
    place: placed(file, at),
    definition: resolveDefinition(file, one, items),
  }));
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CatalogueError(file, "", "cannot be read", { cause });
  }
}

function say(
  text: DefinitionText,
  above: Path,
  written: unknown,
  issue: z.core.$ZodIssue,
): PlacedMistake[] {
  const path = [...above, ...issue.path];
  const name = nameOf(path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      at: text.placeOfName(path, key),
      message: `${name} has "${key}", which no definition of this family has`,
    }));
  return [{ at: text.placeOf(path), message: `${name} ${sayIssue(issue, written)}` }];
}

function placed(file: string, { line, column }: TextPlace): string {
  return `${file}:${line}:${column}`;
}

function mistaken(file: string, mistakes: readonly PlacedMistake[]): CatalogueError {
  const lines = mistakes
    .toSorted((one, other) => one.at.line - other.at.line || one.at.column - other.at.column)
    .map(({ at, message }) => `${placed(file, at)}: ${message}`);
  const [first = ""] = lines;
  const told = lines.slice(0, most).map((line) => `\n  ${line}`);
  const more = lines.length > most ? `\n  and ${lines.length - most} more` : "";
  const error = new CatalogueError(file, "", "");
  error.message =
    lines.length === 1 ? first : `${file} has ${lines.length} mistakes${told.join("")}${more}`;
  return error;
}
