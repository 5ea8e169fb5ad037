/** Settlement days are those of the clock in Great Britain. */
const zone = "Europe/London";
/** Most days that are remembered: files are about few, and nobody sends all that there are. */
const mostDays = 4096;

const known = new Map<string, number | null>();

/**
 * Half hours of a settlement day, ccyymmdd: 48; 46 when clocks go forward on it, 50 when they go back.
 * Null for a text that is no day.
 */
export function halfHoursOn(day: string): number | null {
  const found = known.get(day);
  if (found !== undefined) return found;
  const made = countHalfHours(day);
  if (known.size >= mostDays) known.clear();
  known.set(day, made);
  return made;
}

function countHalfHours(day: string): number | null {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(day) ?? [];
  if (date === undefined) return null;
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(date) };
    const start = Temporal.PlainDate.from(fields, { overflow: "reject" });
    return start.toZonedDateTime(zone).hoursInDay * 2;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
