import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { publishedYears } from "../../calendar/england-and-wales-published.ts";
import { clockBehind, sayClockBehind } from "../../core/event/clock-behind.ts";
import { busbarVersion } from "../../disk/version.ts";
import type { Clock } from "../../runtime/clock.ts";
import type { HealthStore } from "../../store/port/health-store.ts";
import { type CheckedThing, findingsIn } from "./finding.ts";

/** The oldest Node that runs Busbar. */
const leastNode = 26;

/** The program: its version, and the Node that runs it. */
export function checkProgram(version = process.versions.node): CheckedThing {
  const { good, bad } = findingsIn("program");
  const major = Number(version.split(".", 1)[0]);
  return major >= leastNode
    ? good(`Busbar ${busbarVersion()}`, `Node ${version}`)
    : bad(`Node ${version}`, `Busbar needs Node ${leastNode} or newer; install it.`);
}

/** The clock, the rules of time zones and the list of holidays. */
export async function checkClock(
  clock: Clock,
  health: Pick<HealthStore, "lastRecordedAt"> | null,
): Promise<CheckedThing[]> {
  const { good, warning, bad } = findingsIn("clock");
  const now = clock.wall();
  const found: CheckedThing[] = [];
  const last = (await health?.lastRecordedAt()) ?? 0;
  const behindMs = clockBehind(last, now);
  found.push(
    behindMs === null
      ? good("clock", new Date(now).toISOString())
      : bad(
          "clock",
          sayClockBehind(last, behindMs, (at) => new Date(at).toISOString()),
        ),
  );
  if ((await isSynchronised()) === false)
    found.push(
      warning(
        "clock",
        "This machine's clock is not synchronised with a time server. Have it synchronised (`timedatectl set-ntp true`): files are ordered by when they were sent.",
      ),
    );
  found.push(
    knowsSummerTime()
      ? good("time zones", `rules of ${process.versions["tz"] ?? "this Node"}`)
      : bad(
          "time zones",
          "This Node does not know summer time in Europe/London: times in files would be an hour off. Install a Node with full ICU.",
        ),
  );
  const year = new Date(now).getUTCFullYear();
  found.push(
    year + 1 <= publishedYears.last
      ? good("holidays", `of England and Wales as published to ${publishedYears.last}`)
      : warning(
          "holidays",
          `The published holidays of England and Wales are known to ${publishedYears.last}; later ones go by the rules, without those that are proclaimed. Update Busbar, or name a calendar of your own in \`calendars\`.`,
        ),
  );
  return found;
}

/** Whether a time server sets the clock; null where it is unknown. */
async function isSynchronised(): Promise<boolean | null> {
  try {
    const asked = ["show", "--property=NTPSynchronized", "--value"];
    const { stdout } = await promisify(execFile)("timedatectl", asked, { timeout: 5_000 });
    return stdout.trim() === "" ? null : stdout.trim() === "yes";
  } catch {
    return null;
  }
}

function knowsSummerTime(): boolean {
  const hour = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    hour: "2-digit",
    hourCycle: "h23",
  });
  return hour.format(new Date("2026-07-01T12:00:00Z")) === "13";
}
