import type { DigestLine, NoticeRecord } from "../../../core/notice/notice.ts";
import type { NewNoticeMessage, NoticeRules, NoticeState } from "./notice-state.ts";

/** Where a digest was never sent, one that was due so long ago is not made up for, in milliseconds. */
const firstWithinMs = 300_000;

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

/** The digests that are due: also when all is well, so that silence never means that nothing can be sent. */
export function digestsDue(
  { open, ended, lastDigest }: NoticeState,
  now: number,
  { contacts, digestBefore }: NoticeRules,
): NewNoticeMessage[] {
  const dueAt = digestBefore(now);
  if (dueAt === null) return [];
  const step = Math.floor(dueAt / minuteMs);
  return contacts
    .filter(({ name, digest }) => digest !== null && isDue(digest, lastDigest.get(name), step, now))
    .map(({ name: contact, digest: often }) => {
      const usualFrom = step - (often === "weekly" ? weekMinutes : dayMinutes);
      const from = (lastDigest.get(contact) ?? usualFrom) * minuteMs;
      const digest = {
        from,
        standing: open.map(lineOf),
        ended: ended.filter(({ endedAt }) => (endedAt ?? 0) >= from).map(lineOf),
      };
      const reason = null;
      return {
        notice: null,
        contact,
        verb: "digest",
        step,
        dueAt: now,
        reason,
        content: { digest },
      };
    });
}

function isDue(
  often: "daily" | "weekly",
  last: number | undefined,
  step: number,
  now: number,
): boolean {
  if (last === undefined) return now - step * minuteMs <= firstWithinMs;
  return often === "weekly" ? weekOf(step) > weekOf(last) : step > last;
}

/** The week of a minute since 1970, from Monday on: the first day of 1970 was a Thursday. */
function weekOf(minute: number): number {
  return Math.floor((minute + 3 * dayMinutes) / weekMinutes);
}

function lineOf({ level, title, since, count, endedAt }: NoticeRecord): DigestLine {
  return { level, title, since, count, endedAt };
}
