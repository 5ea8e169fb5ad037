import { readFileSync } from "node:fs";
import { z } from "zod";
import { englandAndWales } from "../calendar/england-and-wales.ts";
import { listedCalendar } from "../calendar/listed-calendar.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import { settingsError } from "./load-config.ts";
import { parseSource, type SettingsSource } from "./settings-source.ts";

const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

const dateExpected = "a date such as 2026-12-25";
const date = z.string({ error: dateExpected }).refine(isDate, { error: dateExpected });

const zoneExpected = "a time zone such as Europe/London";

/** The shape of a calendar file; messages are ends of sentences, as those of `schema.ts`. */
const calendarFile = z.strictObject(
  {
    basedOn: z
      .literal(englandAndWales.name, {
        error: `the calendar that Busbar brings, ${englandAndWales.name}`,
      })
      .optional(),
    zone: z.string({ error: zoneExpected }).refine(isZone, { error: zoneExpected }).optional(),
    weekend: z
      .array(z.enum(weekdays, { error: "a day such as saturday" }), {
        error: "a list of days such as [saturday, sunday]",
      })
      .optional(),
    holidays: z
      .record(date, z.string({ error: "what the holiday is called" }), {
        error: "names of holidays by date, such as 2026-12-25: Christmas Day",
      })
      .default({}),
    worked: z.array(date, { error: "a list of dates" }).default([]),
  },
  { error: "settings, such as holidays: { 2026-12-25: Christmas Day }" },
);

/** A calendar that a configuration names. */
interface NamedCalendar {
  /** The configuration's file. */
  readonly config: string;
  readonly name: string;
  readonly file: string;
}

/**
 * Reads a calendar that the configuration names: YAML or JSON.
 *
 * @throws {ConfigError} when it is not there or wrong, with every mistake and its place.
 */
export function readCalendarFile({ config, name, file }: NamedCalendar): WorkingCalendar {
  const source = parseSource(readText({ config, name, file }));
  if (source.problems.length > 0) throw new ConfigError(file, source.problems);
  const read = calendarFile.safeParse(source.value ?? {});
  if (!read.success)
    throw new ConfigError(
      file,
      read.error.issues.flatMap((issue) => problemsOf(issue, source)),
    );
  const { basedOn, zone, weekend, holidays, worked } = read.data;
  const base = basedOn === undefined ? null : englandAndWales;
  return listedCalendar(
    name,
    {
      zone: zone ?? englandAndWales.zone,
      weekend: weekend === undefined ? englandAndWales.weekend : new Set(weekend.map(dayNumber)),
      holidays: new Map(Object.entries(holidays)),
      worked: new Set(worked),
    },
    base,
  );
}

function readText({ config, name, file }: NamedCalendar): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const why = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
    const message = `calendars.${name}: ${file}: ${why}; put the calendar there, or correct the path`;
    throw settingsError(config, [{ path: ["calendars", name], message }]);
  }
}

function problemsOf(issue: z.core.$ZodIssue, source: SettingsSource): ConfigProblem[] {
  const { path } = issue;
  const known = Object.keys(calendarFile.shape).join(", ");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      source.problemAtName(path, key, `${key}: no such setting; a calendar has ${known}`),
    );
  const name = path.length === 0 ? "the file" : path.join(".");
  if (issue.code === "invalid_key") {
    const expected = issue.issues[0]?.message ?? dateExpected;
    const key = String(path.at(-1));
    return [source.problemAtName(path.slice(0, -1), key, `${name}: expected ${expected}`)];
  }
  return [source.problemAt(path, `${name}: ${source.foundAt(path)}, expected ${issue.message}`)];
}

function dayNumber(day: (typeof weekdays)[number]): number {
  return weekdays.indexOf(day) + 1;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
