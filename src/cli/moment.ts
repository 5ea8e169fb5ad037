import { InvalidArgumentError } from "commander";

/**
 * A moment that a person names: a day (its end, or its start), a local time, or one with an offset, e.g.
 * `2026-03-02`, `2026-03-02T15:00`, `2026-03-02T15:00:00Z`. Milliseconds since 1970.
 */
export function momentFrom(text: string, ofDay: "start" | "end"): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const time = ofDay === "start" ? "T00:00:00" : "T23:59:59.999";
  const at = Date.parse(isDay ? `${text}${time}` : text.replace(" ", "T"));
  if (!Number.isNaN(at) && /^\d{4}-\d\d-\d\d/.test(text)) return at;
  throw new InvalidArgumentError(
    "It must be a day or a moment, e.g. 2026-03-02 or 2026-03-02T15:00:00Z.",
  );
}
