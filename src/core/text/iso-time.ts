/** An ISO 8601 date-time: the instant it names, or its clock's reading as `ccyymmddhhmmss` where it has no offset. */
export type IsoTime =
  | { readonly kind: "instant"; readonly at: number; readonly offsetMinutes: number }
  | { readonly kind: "local"; readonly text: string };

/** The parts of a written ISO 8601 date-time, as written; those left out filled in. */
export interface IsoParts {
  /** Year, month, day, hour, minute and second, as many digits each as `ccyymmddhhmmss` has. */
  readonly clock: readonly [string, string, string, string, string, string];
  /** Digits of the fraction of a second; empty without one. */
  readonly fraction: string;
  /** `Z`, an offset with minutes such as `+01:00`, or nothing. */
  readonly zone: string;
}

/**
 * As ISO 8601, RFC 3339 and databases write it: `T`, `t` or a blank before the time, seconds and fraction
 * optional, then `Z`, `z`, or an offset in hours alone or with minutes, a blank before it or not, or nothing.
 */
const iso =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: ?(?:([Zz])|([+-]\d\d)(?::?(\d\d))?))?$/;

/** The parts of such a text; null when it is none. Whether they make a real time is not looked at. */
export function isoParts(text: string): IsoParts | null {
  const match = iso.exec(text);
  if (match === null) return null;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "00"] = match;
  const [fraction = "", utc, hours, minutes = "00"] = match.slice(7);
  const offset = hours === undefined ? "" : `${hours}:${minutes}`;
  return {
    clock: [year, month, day, hour, minute, second],
    fraction,
    zone: utc === undefined ? offset : "Z",
  };
}

/** Digits of a fraction that an instant can distinguish: nanoseconds. What is behind them is cut off. */
const nanoseconds = 9;

/** Reads such a text; null when it is none, or no real time. */
export function readIsoTime(text: string): IsoTime | null {
  const parts = isoParts(text);
  if (parts === null) return null;
  const { clock, fraction, zone } = parts;
  if (zone === "") return { kind: "local", text: clock.join("") };
  const [year, month, day, hour, minute, second] = clock;
  const behind = fraction === "" ? "" : `.${fraction.slice(0, nanoseconds)}`;
  try {
    const at = Temporal.Instant.from(
      `${year}-${month}-${day}T${hour}:${minute}:${second}${behind}${zone}`,
    ).epochMilliseconds;
    return { kind: "instant", at, offsetMinutes: minutesOf(zone) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function minutesOf(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith("-") ? -minutes : minutes;
}
