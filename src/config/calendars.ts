import { englandAndWales } from "../calendar/england-and-wales.ts";
import type { FindCalendar } from "../calendar/working-calendar.ts";
import { readCalendarFile } from "./calendar-file.ts";
import type { BusbarConfig } from "./config.ts";

/** Names of the calendars of an installation, those of its own first. */
export function calendarNames({ calendars }: Pick<BusbarConfig, "calendars">): string[] {
  return [...new Set([...Object.keys(calendars), englandAndWales.name])];
}

/**
 * The calendars of an installation: the one that Busbar brings, and those that `calendars:` names, which may
 * bear its name and then are in its place.
 *
 * @throws {ConfigError} when a file is not there or wrong.
 */
export function openCalendars({
  file: config,
  calendars,
}: Pick<BusbarConfig, "file" | "calendars">): FindCalendar {
  const own = Object.entries(calendars).map(
    ([name, file]) => [name, readCalendarFile({ config, name, file })] as const,
  );
  const known = new Map([[englandAndWales.name, englandAndWales], ...own]);
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const names = [...known.keys()].join(", ");
    throw new Error(`There is no calendar "${name}"; those there are: ${names}`);
  };
}
