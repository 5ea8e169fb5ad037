import type {
  NoticeFacts,
  NoticeMessage,
  NoticeRecord,
  Standing,
} from "../../../core/notice/notice.ts";
import { utcTime } from "../../../core/text/utc-time.ts";
import { endOfNotice } from "./end-notice.ts";
import { digestsDue } from "./judge-digest.ts";
import { contentOf, elapsed, type JudgedNotice, withoutMessages } from "./notice-parts.ts";
import type {
  NewNoticeMessage,
  NoticeLook,
  NoticeRules,
  NoticeState,
  NoticeTurn,
  OpenNotice,
  ToldContact,
} from "./notice-state.ts";
import { whyUntold } from "./why-untold.ts";

/** Something that was noticed so often within an hour is unsteady: it ends only once it was quiet for as long. */
const unsteadyFrom = 3;
const unsteadyMs = 3_600_000;

/** People hear again of what has grown by this factor. */
const growth = 10;

/**
 * What a look at what is wrong changes: notices that open, go on and end, and who is notified. Whoever was notified that
 * something began is notified that it ended, whatever came between; nobody is notified the same twice.
 */
export function judgeNotices(state: NoticeState, look: NoticeLook, rules: NoticeRules): NoticeTurn {
  const { now, standing, unknown } = look;
  const stands = new Map(standing.map((one) => [one.about, one]));
  const known = new Set(state.open.map(({ about }) => about));
  const judged = state.open
    .filter(({ about }) => !unknown.has(about))
    .map((notice) => {
      const found = stands.get(notice.about);
      return found === undefined
        ? judgeGone(notice, now, rules)
        : judgeStanding(notice, found, { state, look, rules });
    });
  const fresh = standing.filter(({ about }) => !known.has(about) && !unknown.has(about));
  const names = new Set(rules.contacts.map(({ name }) => name));
  return {
    opened: fresh.map((one) => opened(one, now, state)),
    changed: judged.flatMap(({ changed }) => changed ?? []),
    messages: [...judged.flatMap(({ messages }) => messages), ...digestsDue(state, now, rules)],
    dropped: judged.flatMap(({ dropped }) => dropped),
    gone: state.waitingFor.filter((contact) => !names.has(contact)),
  };
}

function opened(one: Standing, now: number, { recent }: NoticeState): Omit<NoticeRecord, "id"> {
  const turn = (recent.get(one.about) ?? 0) + 1;
  const gone = { goneSince: null, endedAt: null };
  return { ...factsOf(one), openedAt: now, turn, ...gone, untold: "it was only just seen" };
}

function factsOf(one: Standing): Omit<NoticeFacts, "openedAt" | "turn"> {
  const { about, level, title, since, count, channel, assignees, remedy } = one;
  return { about, level, title, since, count, channel, assignees, remedy };
}

interface Judging {
  readonly state: NoticeState;
  readonly look: NoticeLook;
  readonly rules: NoticeRules;
}

function judgeStanding(notice: OpenNotice, one: Standing, judging: Judging): JudgedNotice {
  const { look, rules, state } = judging;
  const now: NoticeRecord = { ...withoutMessages(notice), ...factsOf(one), goneSince: null };
  const why = whyUntold(notice, one, { state, look, rules });
  const told =
    why === null
      ? rules.contacts
          .filter(({ levels }) => levels.includes(one.level))
          .flatMap((contact) => toTell(notice, now, contact, judging) ?? [])
      : [];
  const changed = { ...now, untold: why };
  return { changed: isSame(notice, changed) ? null : changed, messages: told, dropped: [] };
}

/** What one contact is to hear of a notice that has not ended; null when it knows all. */
function toTell(
  { messages }: OpenNotice,
  notice: NoticeRecord,
  { name: contact }: ToldContact,
  { look: { now }, rules }: Judging,
): NewNoticeMessage | null {
  const before = messages.filter((message) => message.contact === contact);
  const last = before.at(-1);
  const quiet = notice.level === "urgent" ? null : rules.quietUntil(now);
  const message = (verb: NewNoticeMessage["verb"]): NewNoticeMessage => ({
    notice: notice.id,
    contact,
    verb,
    step: before.filter((one) => one.verb === verb).length + 1,
    dueAt: quiet ?? now,
    reason: quiet === null ? null : `quiet hours until ${utcTime(quiet)}`,
    content: { notice: contentOf(notice), endedAt: null },
  });
  if (last === undefined) return message("opened");
  const silentMs = elapsed(last.at, now);
  if (hasGrown(last, notice) && silentMs >= rules.updateMs) return message("updated");
  const remindMs = notice.level === "urgent" ? rules.remindMs.urgent : rules.remindMs.work;
  // Whoever was given it needs no reminder, and one that waits for the morning is no news by then.
  const isDue = silentMs >= remindMs && notice.assignees.length === 0;
  return isDue && quiet === null ? message("reminded") : null;
}

function hasGrown({ content }: NoticeMessage, { count, level }: NoticeRecord): boolean {
  if (!("notice" in content)) return false;
  const { notice } = content;
  return count >= notice.count * growth || (level === "urgent" && notice.level !== "urgent");
}

function judgeGone(notice: OpenNotice, now: number, rules: NoticeRules): JudgedNotice {
  const goneSince = notice.goneSince ?? now;
  const calmMs = notice.turn >= unsteadyFrom ? unsteadyMs : rules.gatherMs;
  const isBelieved = elapsed(goneSince, now) >= calmMs;
  if (isBelieved) return endOfNotice(notice, goneSince, now, rules);
  const changed = { ...withoutMessages(notice), goneSince };
  return {
    changed: notice.goneSince === null ? changed : null,
    messages: [],
    dropped: [],
  };
}

function isSame(before: OpenNotice, after: NoticeRecord): boolean {
  return JSON.stringify(sorted(withoutMessages(before))) === JSON.stringify(sorted(after));
}

function sorted(notice: NoticeRecord): readonly (readonly [string, unknown])[] {
  return Object.entries(notice).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
