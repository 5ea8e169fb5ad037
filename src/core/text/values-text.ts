/** Names of moments, e.g. `requestedAt`. */
const momentName = /(^at|At)$/;

/** The year 2000: smaller numbers are no moments. */
const earliestMoment = Date.UTC(2000);

/** Whether a value under this name is a moment, in milliseconds since 1970: a number, and the name ends in "at". */
export function isMoment(name: string, value: unknown): value is number {
  return typeof value === "number" && momentName.test(name) && value > earliestMoment;
}

/** Values as JSON on one line, in which each moment is said for people behind its number, by `say`. */
export function valuesText(value: unknown, say: (at: number) => string, name = ""): string {
  if (Array.isArray(value)) return `[${value.map((part) => valuesText(part, say)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(
      ([key, part]) => `${JSON.stringify(key)}:${valuesText(part, say, key)}`,
    );
    return `{${parts.join(",")}}`;
  }
  const text = JSON.stringify(value) ?? "null";
  return isMoment(name, value) ? `${text} (${say(value)})` : text;
}
