import { z } from "zod";
import type { Path } from "./mistake.ts";

/**
 * What is wrong with a part of a definition by its schema, as what follows the part's name. Messages of
 * our own begin small; what the schema's library says is put in our words.
 */
export function sayIssue(issue: z.core.$ZodIssue, written: unknown): string {
  const own = /^[^A-Z]/.test(issue.message);
  const must = own ? issue.message : sayLibrary(issue);
  return valueAt(written, issue.path) === undefined ? `is missing: it ${must}` : must;
}

function sayLibrary(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${nouns[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "array"
        ? `must have at least ${issue.minimum} ${issue.minimum === 1 ? "entry" : "entries"}`
        : `must be at least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "array"
        ? `must have at most ${issue.maximum} ${issue.maximum === 1 ? "entry" : "entries"}`
        : `must be at most ${issue.maximum}`;
    case "invalid_key":
      return issue.issues[0]?.message ?? "has a name that it cannot have";
    default:
      return `is not right (${issue.message})`;
  }
}

/** What people call the types of JSON and YAML. */
const nouns: Readonly<Record<string, string>> = {
  array: "a list",
  tuple: "a list",
  object: "names with values",
  record: "names with values",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (above, step) => Object.entries(above ?? {}).find(([key]) => key === String(step))?.[1],
    value,
  );
}

/** What people call a part of a file of definitions. */
export function nameOf(path: Path): string {
  return path.length === 0 ? "the definition" : z.core.toDotPath(path);
}
