import type { GroupData } from "../../core/file/document.ts";
import { readIsoTime } from "../../core/text/iso-time.ts";
import { fieldOf } from "../message-data.ts";

/** A register reading as a message of half-hourly settlement tells it. */
interface HalfHourlyReading {
  readonly meterId: string;
  readonly registerId: string;
  readonly value: string;
  /** Local UK time without a zone, as readings of D-flows have it. */
  readonly readAt: string;
}

/** The members that make a reading; the cumulative register has no id in the messages. */
const forms = [
  {
    registerId: null,
    value: "cumulativeRegisterReading",
    readAt: "cumulativeRegisterReadingDateTime",
  },
  {
    registerId: "configurableRegisterID",
    value: "configurableRegisterReading",
    readAt: "configurableRegisterReadingDate",
  },
] as const;

/** What the cumulative register of a meter is called. */
const cumulativeRegister = "cumulative";

/**
 * The reading that an element of a message's list has (IF-041, IF-065: `B064List`, `B065List`, `B076List`);
 * null where meter, register, value or time is missing or obfuscated (`x`).
 */
export function halfHourlyReading(group: GroupData): HalfHourlyReading | null {
  const meterId = fieldOf(group, "meterID");
  if (meterId === null || isNothing(meterId)) return null;
  for (const form of forms) {
    const value = fieldOf(group, form.value);
    const registerId =
      form.registerId === null ? cumulativeRegister : fieldOf(group, form.registerId);
    const readAt = ukTime(fieldOf(group, form.readAt));
    if (value === null || registerId === null || readAt === null) continue;
    if (/^-?\d+(?:\.\d+)?$/.test(value) && !isNothing(registerId))
      return { meterId, registerId, value, readAt };
  }
  return null;
}

/** Empty, or obfuscated by the platform. */
function isNothing(text: string): boolean {
  return text === "" || text === "x";
}

/** A moment with an offset as the clocks in the UK had it; null when the text is none. */
function ukTime(text: string | null): string | null {
  const time = text === null ? null : readIsoTime(text);
  if (time?.kind !== "instant") return null;
  return Temporal.Instant.fromEpochMilliseconds(time.at)
    .toZonedDateTimeISO("Europe/London")
    .toPlainDateTime()
    .toString({ smallestUnit: "second" });
}
