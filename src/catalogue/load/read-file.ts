import { readFileSync } from "node:fs";
import { z } from "zod";
import { CatalogueError } from "./catalogue-error.ts";

/** Reads a JSON file of a catalogue and checks it against its schema. Throws `CatalogueError`. */
export function readCatalogueFile<T>(file: string, schema: z.ZodType<T>): T {
  return checkCatalogueData(file, [], readJson(file), schema);
}

/** Checks what is at one place of a file. Throws `CatalogueError`. */
export function checkCatalogueData<T>(
  file: string,
  place: readonly string[],
  data: unknown,
  schema: z.ZodType<T>,
): T {
  const checked = schema.safeParse(data);
  if (checked.success) return checked.data;
  const [first, ...others] = checked.error.issues;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  throw new CatalogueError(
    file,
    z.core.toDotPath([...place, ...(first?.path ?? [])]),
    `${first?.message ?? "is not as expected"}${more}`,
    { cause: checked.error },
  );
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new CatalogueError(file, "", "cannot be read", { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? cause.message : "unknown reason";
    throw new CatalogueError(file, "", `is not JSON (${reason})`, { cause });
  }
}
