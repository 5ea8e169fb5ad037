import { isSnoozed, type Standing, snoozeText } from "../../../core/notice/notice.ts";
import { utcTime } from "../../../core/text/utc-time.ts";
import { elapsed } from "./notice-parts.ts";
import type { NoticeLook, NoticeRules, NoticeState, OpenNotice } from "./notice-state.ts";

/** Why nobody is notified of something that is wrong; null when people are. */
export function whyUntold(
  notice: OpenNotice,
  one: Standing,
  {
    state,
    look,
    rules,
  }: { readonly state: NoticeState; readonly look: NoticeLook; readonly rules: NoticeRules },
): string | null {
  const { now, standing } = look;
  const patienceMs = Math.max(rules.gatherMs, one.patienceMs);
  if (elapsed(notice.openedAt, now) < patienceMs)
    return `it may end without help: nobody is notified before ${utcTime(notice.openedAt + patienceMs)}`;
  // What it follows from may be gone without that being believed yet.
  const isRoot = ({ about }: { readonly about: string }) => about === one.because;
  if (standing.some(isRoot) || state.open.some(isRoot))
    return `it follows from ${one.because}, of which people are notified`;
  const snooze = state.snoozes.find((other) => other.until > now && isSnoozed(other, one));
  if (snooze !== undefined)
    return `${snoozeText(snooze.scope)} is snoozed by ${snooze.actor} until ${utcTime(snooze.until)}`;
  if (one.level === "info") return "it is in the digest alone";
  const isTaken = rules.contacts.some(({ levels }) => levels.includes(one.level));
  return isTaken ? null : `the configuration names no contact that takes ${one.level} notices`;
}
