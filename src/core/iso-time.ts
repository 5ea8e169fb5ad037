/** An ISO 8601 date-time: the instant it names, or its clock's reading as `ccyymmddhhmmss` where it has no offset. */
export type IsoTime =
  | { readonly kind: "instant"; readonly at: number; readonly offsetMinutes: number }
  | { readonly kind: "local"; readonly text: string };

const iso =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:(Z)|([+-])(\d\d):?(\d\d))?$/;

/** Reads such a text; null when it is none, or no real time. */
export function readIsoTime(text: string): IsoTime | null {
  const match = iso.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = "00", utc, sign, ahead, more] = match;
  if (utc === undefined && sign === undefined)
    return { kind: "local", text: [year, month, day, hour, minute, second].join("") };
  try {
    const at = Temporal.Instant.from(text).epochMilliseconds;
    const minutes = Number(ahead ?? 0) * 60 + Number(more ?? 0);
    return { kind: "instant", at, offsetMinutes: sign === "-" ? -minutes : minutes };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
