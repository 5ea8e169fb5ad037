import { nearestWords } from "../core/text/nearest-word.ts";
import { calendarNames } from "./calendars.ts";
import type { BusbarConfig } from "./config.ts";
import { settingsError } from "./load-config.ts";

/** So many names are suggested for one that is misspelt. */
const suggested = 3;

/** A name in the configuration, and the setting that it is in. */
interface NamedIn {
  readonly path: readonly PropertyKey[];
  /** The setting for people; where the name is the last step of the path, what is before it. */
  readonly place: string;
  readonly name: string;
}

/** Refuses settings for actions that no type of process here has: they would do nothing, and nobody would know why. Throws `ConfigError`. */
export function checkActionNames(
  { file, actions }: Pick<BusbarConfig, "file" | "actions">,
  definitions: Iterable<{ readonly actions: ReadonlyMap<string, unknown> }>,
): void {
  const known = new Set([...definitions].flatMap((definition) => [...definition.actions.keys()]));
  const named = Object.keys(actions.named).map((name) => ({
    path: ["actions", "named", name],
    place: "actions.named",
    name,
  }));
  refuseUnknown(file, named, known, "no type of process here has an action of that name");
}

/** Refuses names of calendars that there are not. Throws `ConfigError`. */
export function checkCalendarNames(
  config: Pick<BusbarConfig, "file" | "calendars" | "flows" | "expected" | "notices">,
): void {
  const { file, flows, expected, notices } = config;
  const named = [
    ...Object.entries(flows).flatMap(([flow, { answer }]) =>
      answer === null ? [] : [at(["flows", flow, "answer", "calendar"], answer.calendar)],
    ),
    ...expected.map(({ calendar }, index) => at(["expected", index, "calendar"], calendar)),
    ...notices.quiet.flatMap(({ calendar }, index) =>
      calendar === null ? [] : [at(["notices", "quiet", index, "calendar"], calendar)],
    ),
  ];
  const known = new Set(calendarNames(config));
  refuseUnknown(
    file,
    named,
    known,
    `there is no such calendar (\`calendars\` names those that are yours)`,
  );
}

/** A name that is the value of a setting. */
function at(path: readonly PropertyKey[], name: string): NamedIn {
  return { path, place: path.join("."), name };
}

function refuseUnknown(
  file: string,
  named: readonly NamedIn[],
  known: ReadonlySet<string>,
  what: string,
): void {
  const problems = named.flatMap(({ path, place, name }) => {
    if (known.has(name)) return [];
    const near = nearestWords(name, [...known], suggested).map((one) => JSON.stringify(one));
    const meant =
      near.length > 0
        ? `did you mean ${near.join(" or ")}?`
        : `those there are: ${[...known].toSorted().join(", ") || "none"}`;
    const message = `${place}, ${JSON.stringify(name)}: ${what}; ${meant}`;
    return [{ path, message }];
  });
  if (problems.length > 0) throw settingsError(file, problems);
}
