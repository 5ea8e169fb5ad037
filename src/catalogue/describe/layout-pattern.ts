import { isoLayout } from "../layout.ts";

/** A day such as 2026-06-10; 30 February passes. */
export const isoDay = "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";

/** The time after it; seconds, a fraction and a zone are optional. */
export const isoTimePattern =
  "[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d+)?)?(?: ?(?:[Zz]|[+-](?:0\\d|1[0-4])(?::?[0-5]\\d)?))?";

const parts: Readonly<Record<string, string>> = {
  yyyy: "(?:19|20|21)\\d\\d",
  MM: "(?:0[1-9]|1[0-2])",
  dd: "(?:0[1-9]|[12]\\d|3[01])",
  HH: "(?:[01]\\d|2[0-3])",
  mm: "[0-5]\\d",
  ss: "[0-5]\\d",
};

/** A regular expression for the dates and times of a column's layout, without look-ahead. */
export function layoutPattern(layout: string): string {
  if (layout === isoLayout) return `^${isoDay}${isoTimePattern}$`;
  const text = layout.replaceAll(
    /yyyy|MM|dd|HH|mm|ss|./g,
    (part) => parts[part] ?? part.replace(/[.*+?^${}()|[\]\\/-]/, "\\$&"),
  );
  return `^${text}$`;
}
