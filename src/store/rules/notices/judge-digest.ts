import type { DigestLine, NoticeRecord } from "../../../core/notice/notice.ts";
import type { NewNoticeMessage, NoticeRules, NoticeState } from "./notice-state.ts";

/** Where a digest was never sent, one that was due so long ago is not made up for, in milliseconds. */
const firstWithinMs = 300_000;

const minuteMs = 60_000;

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
    .filter(({ isDigested }) => isDigested)
    .filter(({ name }) => isDue(lastDigest.get(name), step, now))
    .map(({ name: contact }) => {
      const from = (lastDigest.get(contact) ?? step - 24 * 60) * minuteMs;
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

function isDue(last: number | undefined, step: number, now: number): boolean {
  return last === undefined ? now - step * minuteMs <= firstWithinMs : step > last;
}

function lineOf({ level, title, since, count, endedAt }: NoticeRecord): DigestLine {
  return { level, title, since, count, endedAt };
}
