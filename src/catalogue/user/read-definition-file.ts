import { readFileSync } from "node:fs";
import { z } from "zod";
import { CatalogueError } from "../catalogue-error.ts";
import type { ItemLookup } from "../resolve-item.ts";
import { definition, type WrittenDefinition } from "./definition-schema.ts";
import { type PlacedDefinition, resolveDefinition } from "./definition-set.ts";
import { type DefinitionText, parseDefinitionText } from "./definition-text.ts";

type Path = readonly PropertyKey[];

/** Most mistakes of a file that are told at once. */
const most = 20;

/** Reads a file of one definition or a list of them. Throws `CatalogueError` with every mistake and its place. */
export function readDefinitionFile(file: string, items: ItemLookup): PlacedDefinition[] {
  const text = parseDefinitionText(readText(file));
  const [first] = text.mistakes;
  if (first !== undefined)
    throw mistaken(file, [`${file}:${first.at.line}:${first.at.column}: ${first.message}`]);
  const isList = Array.isArray(text.value);
  const written: unknown[] = isList ? Array.from(text.value as unknown[]) : [text.value];
  return check(file, text, written, isList).map((one, index) => {
    const above = isList ? [index] : [];
    try {
      return { file, definition: resolveDefinition(file, one, items) };
    } catch (error) {
      if (!(error instanceof CatalogueError) || error.file !== file) throw error;
      const path = [...above, ...pathOf(error.place)];
      throw mistaken(file, [`${placed(file, text, path)}: ${error.place}: ${error.reason}`]);
    }
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new CatalogueError(file, "", "cannot be read", { cause });
  }
}

function check(
  file: string,
  text: DefinitionText,
  written: readonly unknown[],
  isList: boolean,
): WrittenDefinition[] {
  const right: WrittenDefinition[] = [];
  const wrong: string[] = [];
  for (const [index, one] of written.entries()) {
    const above = isList ? [index] : [];
    const checked = definition.safeParse(one);
    if (checked.success) right.push(checked.data);
    else wrong.push(...checked.error.issues.map((issue) => say(file, text, above, one, issue)));
  }
  if (wrong.length > 0) throw mistaken(file, wrong);
  return right;
}

function say(
  file: string,
  text: DefinitionText,
  above: Path,
  written: unknown,
  issue: z.core.$ZodIssue,
): string {
  const path = [...above, ...issue.path];
  const name = path.length === 0 ? "the definition" : z.core.toDotPath(path);
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `"${key}"`).join(", ");
    return `${placed(file, text, path)}: ${name} has ${keys}, which no definition of this family has`;
  }
  const missing = valueAt(written, issue.path) === undefined;
  const what = missing ? `is missing: it ${issue.message}` : sentence(issue.message);
  return `${placed(file, text, path)}: ${name} ${what}`;
}

/** zod's own messages begin with a capital and say no subject; ours go on from the place's name. */
function sentence(message: string): string {
  return /^[A-Z]/.test(message) ? `is not right: ${message}` : message;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (above, step) => Object.entries(above ?? {}).find(([key]) => key === String(step))?.[1],
    value,
  );
}

function placed(file: string, text: DefinitionText, path: Path): string {
  const { line, column } = text.placeOf(path);
  return `${file}:${line}:${column}`;
}

/** The path that a place such as `columns[3].key` names. */
function pathOf(place: string): PropertyKey[] {
  return [...place.matchAll(/[^.[\]]+/g)].map(([step]) =>
    /^\d+$/.test(step) ? Number(step) : step,
  );
}

function mistaken(file: string, lines: readonly string[]): CatalogueError {
  const [first = ""] = lines;
  const told = lines.slice(0, most).map((line) => `\n  ${line}`);
  const more = lines.length > most ? `\n  and ${lines.length - most} more` : "";
  const error = new CatalogueError(file, "", "");
  error.message =
    lines.length === 1 ? first : `${file} has ${lines.length} mistakes${told.join("")}${more}`;
  return error;
}
