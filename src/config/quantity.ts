const durationMs = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  y: 365 * 86_400_000,
} as const;
const sizeBytes = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 } as const;

/** Said in errors about a duration that cannot be read. */
export const durationExpected = "a duration such as 500ms, 2s or 5m";

/** Said in errors about a size that cannot be read. */
export const sizeExpected = "a size such as 512 KiB, 8 MiB or 1 GiB";

/** Milliseconds of a duration such as `500ms`, `2s`, `1.5 m`, `1h`, `7d`, `1y` (365 days); null when it is none. */
export function parseDuration(text: string): number | null {
  return parseQuantity(text, durationMs);
}

/** Bytes of a size such as `512 KiB`, `8 MiB`, `1 GiB`, `100 B`; null when it is none. */
export function parseSize(text: string): number | null {
  return parseQuantity(text, sizeBytes);
}

/** The unit is required: a bare number says nothing about what it counts. */
function parseQuantity(text: string, units: Readonly<Record<string, number>>): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*$/.exec(text);
  if (match === null) return null;
  const [, digits = "", unit = ""] = match;
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (factor === undefined) return null;
  const amount = Math.round(Number(digits) * factor);
  return Number.isSafeInteger(amount) ? amount : null;
}
