/** How ISO 8601 date-times are called in definitions: with `T` or a space, seconds, a fraction and a zone optional. */
export const isoLayout = "iso";

/** The layouts that hold where a definition gives none. */
export const usualLayouts = {
  date: "yyyy-MM-dd",
  datetime: isoLayout,
  time: "HH:mm:ss",
  boolean: "true/false",
} as const;

const tokens = /yyyy|MM|dd|HH|mm|ss/g;
const dateTokens = ["yyyy", "MM", "dd"] as const;
const allowed = {
  DATE: dateTokens,
  DATETIME: [...dateTokens, "HH", "mm", "ss"],
  TIME: ["HH", "mm", "ss"],
} as const;
const needed = { DATE: dateTokens, DATETIME: [...dateTokens, "HH"], TIME: ["HH"] } as const;

/** Why a layout cannot be that of a column with the format, as the end of a sentence; null when it can. */
export function layoutProblem(
  format: string | undefined,
  layout: string | undefined,
): string | null {
  if (layout === undefined) return null;
  if (format === "BOOLEAN")
    return /^[^/]+\/[^/]+$/.test(layout) ? null : "must be two words such as Y/N, true first";
  if (format !== "DATE" && format !== "DATETIME" && format !== "TIME")
    return "is only for DATE, DATETIME, TIME and BOOLEAN";
  if (layout === isoLayout) return format === "DATETIME" ? null : "iso is only for DATETIME";
  const found: readonly string[] = layout.match(tokens) ?? [];
  const right =
    new Set(found).size === found.length &&
    found.every((token) => allowed[format].some((one) => one === token)) &&
    needed[format].every((token) => found.includes(token)) &&
    !/[A-Za-z0-9]/.test(layout.replaceAll(tokens, "").replace("T", ""));
  return right
    ? null
    : `is no layout of yyyy, MM, dd${format === "DATE" ? "" : ", HH, mm and ss"} such as ${format === "TIME" ? "HH:mm" : "dd/MM/yyyy"}`;
}
