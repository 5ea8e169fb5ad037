import type { z } from "zod";
import { nearestWord } from "../core/text/nearest-word.ts";
import type { ConfigProblem } from "./config-error.ts";
import { type Settings, settingNames, settings } from "./schema.ts";
import type { SettingsSource } from "./settings-source.ts";

/** The settings, or every problem found, in the order of the file. */
export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Checks a parsed `busbar.yaml` and fills in what it leaves out. An empty file is all defaults. */
export function readSettings(source: SettingsSource): ReadSettings {
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  const unnameable = protoPlaces(source.value, []).map((path) => {
    const message = `${[...path, proto].join(".")}: nothing can be called ${proto}; choose another name`;
    return source.problemAtName(path, proto, message);
  });
  if (unnameable.length > 0) return { ok: false, problems: unnameable };
  const result = settings.safeParse(source.value ?? {});
  if (result.success) return { ok: true, settings: result.data };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, source));
  return { ok: false, problems: problems.toSorted(byPlace) };
}

/** A name that JavaScript gives a meaning of its own: the schema would leave it out without a word. */
const proto = "__proto__";

/** Where something is called so: the path of what holds it. */
function protoPlaces(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.hasOwn(value, proto) ? [path] : [];
  const inside = Object.entries(value)
    .filter(([name]) => name !== proto)
    .flatMap(([name, inner]) => protoPlaces(inner, [...path, name]));
  return [...own, ...inside];
}

function problemsOf(issue: z.core.$ZodIssue, source: SettingsSource): ConfigProblem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      source.problemAtName(path, key, unknownSetting(path, key, source.value)),
    );
  }
  const name = path.length === 0 ? "the file" : path.join(".");
  if (issue.code === "invalid_key") {
    const expected = issue.issues[0]?.message ?? "another name";
    return [source.problemAt(path, `${name}: expected ${expected}`)];
  }
  return [source.problemAt(path, `${name}: ${source.foundAt(path)}, expected ${issue.message}`)];
}

function unknownSetting(path: readonly PropertyKey[], key: string, whole: unknown): string {
  const known = settingNames(path, whole);
  const meant = nearestWord(key, known);
  const hint =
    meant === null ? `the settings here are ${known.join(", ")}` : `did you mean "${meant}"?`;
  return `${[...path, key].join(".")}: no such setting; ${hint}`;
}

function byPlace(a: ConfigProblem, b: ConfigProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
