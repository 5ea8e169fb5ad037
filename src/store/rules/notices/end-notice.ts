import type { NoticeMessage } from "../../../core/notice/notice.ts";
import { utcTime } from "../../../core/text/utc-time.ts";
import { contentOf, type JudgedNotice, withoutMessages } from "./notice-parts.ts";
import type { NewNoticeMessage, NoticeRules, OpenNotice } from "./notice-state.ts";

/**
 * What becomes of a notice that has ended. Every contact that may know of it is notified; one that was to be notified
 * and to whom nothing was tried yet hears nothing, but for what waited for the end of quiet hours: that came and
 * went, and is reported in one message.
 */
export function endOfNotice(
  notice: OpenNotice,
  endedAt: number,
  now: number,
  rules: NoticeRules,
): JudgedNotice {
  const messages: NewNoticeMessage[] = [];
  const dropped: { id: number; reason: string }[] = [];
  const ended = { ...withoutMessages(notice), goneSince: endedAt, endedAt };
  for (const { name: contact } of rules.contacts) {
    const before = notice.messages.filter((message) => message.contact === contact);
    const [first] = before;
    if (first === undefined) continue;
    if (isUntried(first) && first.dueAt <= now) {
      const reason = "it ended before anybody was notified";
      dropped.push(...before.filter(isUntried).map(({ id }) => ({ id, reason })));
      continue;
    }
    const quiet = notice.level === "urgent" ? null : rules.quietUntil(now);
    messages.push({
      notice: notice.id,
      contact,
      verb: "ended",
      step: 1,
      dueAt: quiet ?? now,
      reason: quiet === null ? null : `quiet hours until ${utcTime(quiet)}`,
      content: { notice: contentOf(ended), endedAt },
    });
  }
  return { changed: ended, messages, dropped };
}

function isUntried({ state, attempts }: NoticeMessage): boolean {
  return state === "waiting" && attempts === 0;
}
