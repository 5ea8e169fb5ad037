import { readIsoTime } from "../text/iso-time.ts";

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
 * When a file was sent, from its `ccyymmddhhmmss` text in the zone named, or from an ISO 8601 date-time:
 * at its own offset where it has one, else in the zone named.
 * The DTC's dates and times are local UK time unless an item says otherwise (DTC 15.4, domain definitions).
 * An hour that occurs twice in autumn is read as the later instant unless that is after we first saw
 * the file; text that cannot be read, or is more than a day ahead, gives the moment first seen.
 */
export function readSentTime(text: string | null, zone: string, seenAt: number): SentTime {
  const instants = text === null ? null : instantsOf(text, zone);
  if (instants === null) return { at: seenAt, offsetMinutes: null, note: "unreadable" };
  const { later, earlier } = instants;
  const { at, offsetMinutes } = later.at > seenAt ? earlier : later;
  if (at > seenAt + dayMs) return { at: seenAt, offsetMinutes: null, note: "future" };
  return { at, offsetMinutes, note: null };
}

interface Instant {
  readonly at: number;
  readonly offsetMinutes: number;
}

/** What a clock's reading may mean: two instants where the clock was put back, else the same twice. */
interface Instants {
  readonly earlier: Instant;
  readonly later: Instant;
}

/** An hour of a clock; `even` when no change of the zone's offset falls into it. */
interface Hour extends Instants {
  readonly even: boolean;
}

/** Hours asked for lately, by zone and text: a zone's rules are slow to ask, and files come by the hour. */
const hours = new Map<string, Hour | null>();
const mostHours = 1_000;

/** Null when the text is no clock's reading, e.g. `20160231000000`. */
function instantsOf(text: string, zone: string): Instants | null {
  const match = /^(\d{10})([0-5]\d)([0-5]\d)$/.exec(text);
  if (match === null) return isoInstants(text, zone);
  const [, hourText = "", minute = "", second = ""] = match;
  const hour = hourOf(hourText, zone);
  if (hour === null) return null;
  if (!hour.even) return askZone(text, zone);
  const ms = (Number(minute) * 60 + Number(second)) * 1000;
  return { earlier: after(hour.earlier, ms), later: after(hour.later, ms) };
}

function isoInstants(text: string, zone: string): Instants | null {
  const iso = readIsoTime(text);
  if (iso === null) return null;
  return iso.kind === "local" ? instantsOf(iso.text, zone) : { earlier: iso, later: iso };
}

function hourOf(text: string, zone: string): Hour | null {
  const key = zone + text;
  const known = hours.get(key);
  if (known !== undefined) return known;
  const first = askZone(`${text}0000`, zone);
  const last = askZone(`${text}5959`, zone);
  const hour = first === null || last === null ? null : { ...first, even: isEven(first, last) };
  if (hours.size >= mostHours) hours.clear();
  hours.set(key, hour);
  return hour;
}

function isEven(first: Instants, last: Instants): boolean {
  return (
    first.earlier.offsetMinutes === last.earlier.offsetMinutes &&
    first.later.offsetMinutes === last.later.offsetMinutes
  );
}

function after({ at, offsetMinutes }: Instant, ms: number): Instant {
  return { at: at + ms, offsetMinutes };
}

function askZone(text: string, zone: string): Instants | null {
  const local = localTime(text);
  if (local === null) return null;
  const ask = (disambiguation: "earlier" | "later"): Instant => {
    const found = local.toZonedDateTime(zone, { disambiguation });
    return { at: found.epochMilliseconds, offsetMinutes: found.offsetNanoseconds / 60e9 };
  };
  return { earlier: ask("earlier"), later: ask("later") };
}

function localTime(text: string): Temporal.PlainDateTime | null {
  const part = (from: number, to: number) => Number(text.slice(from, to));
  try {
    return Temporal.PlainDateTime.from(
      {
        year: part(0, 4),
        month: part(4, 6),
        day: part(6, 8),
        hour: part(8, 10),
        minute: part(10, 12),
        second: part(12, 14),
      },
      { overflow: "reject" },
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
