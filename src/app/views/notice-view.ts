import { z } from "zod";
import {
  type NoticeMessage,
  type NoticeRecord,
  noticeLevels,
  type Snooze,
} from "../../core/notice/notice.ts";
import { utcTime, utcTimeOrNull } from "../../core/text/utc-time.ts";
import type { PreviewedNotice } from "../queries/notice-preview.ts";
import { count, id, list, moment } from "./parts.ts";
import { remedyView } from "./remedy-view.ts";

/** What is reported something that is wrong, noticed already or not. */
const told = {
  about: z.string(),
  level: z.enum(noticeLevels),
  title: z.string(),
  channel: z.string().nullable(),
  since: moment,
  count,
};

const verb = z.enum(["opened", "updated", "reminded", "ended", "digest"]);

/** Something that is or was wrong, and why nobody was notified more of it. */
export const noticeView = z.strictObject({
  id,
  ...told,
  assignees: list(z.string()),
  openedAt: moment,
  turn: count,
  endedAt: moment.nullable(),
  untold: z.string().nullable(),
  remedy: remedyView.nullable(),
});

/** A notice as views give it. */
export type NoticeView = z.infer<typeof noticeView>;

/** A message to one contact about a notice. */
const noticeMessageView = z.strictObject({
  id,
  contact: z.string(),
  verb,
  at: moment,
  dueAt: moment,
  state: z.enum(["waiting", "sent", "failed", "dropped"]),
  reason: z.string().nullable(),
  attempts: count,
  settledAt: moment.nullable(),
});

/** A message about a notice as views give it. */
export type NoticeMessageView = z.infer<typeof noticeMessageView>;

/** A notice with all that was said of it, and to whom. */
export const noticeDetailView = noticeView.extend({ messages: list(noticeMessageView) });

/** A notice with what was said of it as views give it. */
export type NoticeDetailView = z.infer<typeof noticeDetailView>;

/** What would be reported of something that is wrong now, to whom and when, and why nobody would be notified. */
export const previewedNoticeView = z.strictObject({
  ...told,
  /** Whether the daemon has noticed it already. */
  noticed: z.boolean(),
  messages: list(
    z.strictObject({
      contact: z.string(),
      verb,
      at: moment,
      reason: z.string().nullable(),
    }),
  ),
  untold: z.string().nullable(),
});

/** What would be reported something as views give it. */
export type PreviewedNoticeView = z.infer<typeof previewedNoticeView>;

/** What would be reported something, for programs. */
export function viewPreviewed(previewed: PreviewedNotice): PreviewedNoticeView {
  const { standing, isNoticed: noticed, messages, untold } = previewed;
  const { about, level, title, channel, since, count: many } = standing;
  return {
    about,
    level,
    title,
    channel,
    since: utcTime(since),
    count: many,
    noticed,
    messages: messages.map(({ contact, verb, dueAt, reason }) => {
      return { contact, verb, at: utcTime(dueAt), reason };
    }),
    untold,
  };
}

/** A person wants to hear nothing of something until a moment. */
export const snoozeView = z.strictObject({
  id,
  scope: z.discriminatedUnion("of", [
    z.strictObject({ of: z.literal("all") }),
    z.strictObject({ of: z.literal("channel"), channel: z.string() }),
    z.strictObject({ of: z.literal("notice"), about: z.string() }),
  ]),
  until: moment,
  actor: z.string(),
  reason: z.string(),
  at: moment,
});

/** A snooze as views give it. */
export type SnoozeView = z.infer<typeof snoozeView>;

/** What became of telling one contact something by hand. */
export const toldContactView = z.strictObject({
  contact: z.string(),
  told: z.boolean(),
  reason: z.string().nullable(),
});

/** Why a snooze was wanted, which notices of before 0.2.0 say: it is in people's own words. */
const snoozedBecause = /^(.* is snoozed by .* until \d{4}-\S+Z): .*$/s;

/** The title without the reason of a hold, which those of before 0.2.0 have at their end. */
function titleOf({ about, title }: Pick<NoticeRecord, "about" | "title">): string {
  if (!about.startsWith("hold ") || title.startsWith("On hold by busbar: ")) return title;
  const covered = `: ${about.slice("hold ".length)}`;
  const at = title.indexOf(`${covered} (`);
  return at < 0 ? title : title.slice(0, at + covered.length);
}

/** A notice for programs. */
export function viewNotice(notice: NoticeRecord): NoticeView {
  const { goneSince, since, openedAt, endedAt, assignees, remedy, untold, ...rest } = notice;
  return {
    ...rest,
    title: titleOf(notice),
    untold: untold?.replace(snoozedBecause, "$1") ?? null,
    assignees: [...assignees],
    remedy,
    since: utcTime(since),
    openedAt: utcTime(openedAt),
    endedAt: utcTimeOrNull(endedAt),
  };
}

/** A notice and what was said of it, for programs. */
export function viewNoticeDetail(
  notice: NoticeRecord,
  messages: readonly NoticeMessage[],
): NoticeDetailView {
  return { ...viewNotice(notice), messages: messages.map(viewMessage) };
}

function viewMessage(message: NoticeMessage): NoticeMessageView {
  const { id: number, contact, verb, at, dueAt, state, reason, attempts, settledAt } = message;
  return {
    id: number,
    contact,
    verb,
    at: utcTime(at),
    dueAt: utcTime(dueAt),
    state,
    reason,
    attempts,
    settledAt: utcTimeOrNull(settledAt),
  };
}

/** A snooze for programs. */
export function viewSnooze({ id: number, scope, until, actor, reason, at }: Snooze): SnoozeView {
  return { id: number, scope, until: utcTime(until), actor, reason, at: utcTime(at) };
}
