/** How a sender's clock text was read, so that it can be read the same way again. */
export interface SentTime {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Minutes ahead of UTC that were assumed; null when the text could not be read and `at` is `seenAt`. */
  readonly offsetMinutes: number | null;
  /** Why `at` is not simply the text: null when it is. */
  readonly note: "unreadable" | "future" | null;
}

const dayMs = 86_400_000;

/**
 * When a file was sent, from its `ccyymmddhhmmss` text in the zone named.
 * The DTC's dates and times are local UK time unless an item says otherwise (DTC 15.4, domain definitions).
 * An hour that occurs twice in autumn is read as the later instant unless that is after we first saw
 * the file; text that cannot be read, or lies more than a day ahead, gives the moment first seen.
 */
export function readSentTime(text: string | null, zone: string, seenAt: number): SentTime {
  const local = localTime(text);
  if (local === null) return { at: seenAt, offsetMinutes: null, note: "unreadable" };
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  const chosen =
    later.epochMilliseconds > seenAt
      ? local.toZonedDateTime(zone, { disambiguation: "earlier" })
      : later;
  if (chosen.epochMilliseconds > seenAt + dayMs)
    return { at: seenAt, offsetMinutes: null, note: "future" };
  return {
    at: chosen.epochMilliseconds,
    offsetMinutes: chosen.offsetNanoseconds / 60e9,
    note: null,
  };
}

/** The clock's reading; null when the text is not one, e.g. `20160231000000`. */
function localTime(text: string | null): Temporal.PlainDateTime | null {
  const match = text === null ? null : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  try {
    return Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second },
      { overflow: "reject" },
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
