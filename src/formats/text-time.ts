import { isoLayout } from "../catalogue/layout.ts";
import { isoParts } from "../core/text/iso-time.ts";

/** How a written time says where it holds: `Z`, an offset such as `+01:00`, or not at all. */
export type WrittenZone = "utc" | "offset" | "local";

/** The zone of an ISO 8601 date-time, seconds, fraction and zone optional; null when the text is no real one. */
export function isoZone(text: string): WrittenZone | null {
  const parts = isoParts(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.clock.map(Number);
  if (!isDay(year, month, day) || !isTime(hour, minute, second)) return null;
  const { zone } = parts;
  if (zone === "Z") return "utc";
  if (zone === "") return "local";
  return Number(zone.slice(1, 3)) <= 14 && Number(zone.slice(4)) < 60 ? "offset" : null;
}

/** A name of a zone at the end of a time, such as `UTC`, `BST` or `Europe/London`. */
const zoneName = / ?\[?([A-Za-z]{2,}(?:\/[A-Za-z_]+)?)\]?$/;

/**
 * What keeps a text from being an ISO date-time where it nearly is one, as the end of a sentence; null when
 * nothing can be said.
 */
export function sayNoIso(text: string): string | null {
  const named = zoneName.exec(text);
  if (named !== null && isoZone(text.slice(0, named.index)) !== null)
    return `its zone is the name ${named[1]}, where Z or an offset such as +01:00 would be right`;
  const parts = isoParts(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.clock;
  if (!isDay(Number(year), Number(month), Number(day))) return "there is no such day";
  if (hour === "24")
    return minute === "00" && second === "00"
      ? "hours go to 23: the end of a day is 00:00:00 of the day after it"
      : "hours go to 23";
  if (second === "60") return "it is a leap second, and seconds go to 59";
  return null;
}

/** A layout prepared for matching. */
interface Matcher {
  readonly pattern: RegExp;
  /** Which capture holds year, month, day, hour, minute and second; 0 where the layout has none. */
  readonly captures: readonly number[];
}

const parts = ["yyyy", "MM", "dd", "HH", "mm", "ss"];
/** What replaces a part that the layout has not: any that makes a real day and time. */
const absent = [2000, 1, 1, 0, 0, 0];

const matchers = new Map<string, Matcher>();

/** Whether the text is a real date, time or both in the layout of its column (see `catalogue/layout.ts`). */
export function fitsLayout(layout: string, text: string): boolean {
  if (layout === isoLayout) return isoZone(text) !== null;
  let matcher = matchers.get(layout);
  if (matcher === undefined) {
    matcher = compile(layout);
    matchers.set(layout, matcher);
  }
  const match = matcher.pattern.exec(text);
  if (match === null) return false;
  const of = (part: number) => {
    const capture = matcher.captures[part] ?? 0;
    return capture === 0 ? (absent[part] ?? 0) : Number(match[capture]);
  };
  return isDay(of(0), of(1), of(2)) && isTime(of(3), of(4), of(5));
}

function compile(layout: string): Matcher {
  const tokens: string[] = [];
  const pattern = layout.replaceAll(/yyyy|MM|dd|HH|mm|ss|./g, (part) => {
    if (part.length === 1) return part.replace(/[.*+?^${}()|[\]\\/-]/, "\\$&");
    tokens.push(part);
    return part === "yyyy" ? "(\\d{4})" : "(\\d\\d)";
  });
  const captures = parts.map((part) => tokens.indexOf(part) + 1);
  return { pattern: new RegExp(`^${pattern}$`), captures };
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isTime(hour: number, minute: number, second: number): boolean {
  return hour < 24 && minute < 60 && second < 60;
}
