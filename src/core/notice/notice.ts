import type { Remedy } from "../stuck/remedy.ts";

/** How soon somebody has to know, the soonest first. `info` is reported in the digest alone. */
export const noticeLevels = ["urgent", "work", "info"] as const;

/** How soon somebody has to know of a notice. */
export type NoticeLevel = (typeof noticeLevels)[number];

/** Something that is wrong now: a cause, a channel, a hold, the store. It is reported once, however many things it is about. */
export interface Standing {
  /** What it is about, always the same for the same thing, e.g. `cause 3f9a1c`, `channel partner`. */
  readonly about: string;
  readonly level: NoticeLevel;
  /** What is wrong, in words without values of files and without what people wrote: it leaves the house. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly count: number;
  /** The channel it is of; null when it is of none. */
  readonly channel: string | null;
  /** Whom it is assigned to already. */
  readonly assignees: readonly string[];
  /** Where more is to be seen. */
  readonly remedy: Remedy | null;
  /** How long it has to last before anybody is notified. */
  readonly patienceMs: number;
  /** What it follows from: while that is there, that alone is reported. Null when from nothing. */
  readonly because: string | null;
}

/** What is reported about a notice, and kept with what was reported. */
export interface NoticeFacts
  extends Pick<
    Standing,
    "about" | "level" | "title" | "since" | "count" | "channel" | "assignees" | "remedy"
  > {
  /** When it was first seen, in milliseconds since 1970. */
  readonly openedAt: number;
  /** Which time it is within an hour that the same thing went wrong: many times over, it is unsteady. */
  readonly turn: number;
}

/** A notice as it is kept: something that was wrong, from when it was first seen until it ended. */
export interface NoticeRecord extends NoticeFacts {
  readonly id: number;
  /** Since when it is there no longer, while that is not yet believed; null while it is there. */
  readonly goneSince: number | null;
  readonly endedAt: number | null;
  /** Why nobody was notified more at the last look; null when all was reported that there was. */
  readonly untold: string | null;
}

/** What a message says of a notice, or that it is none of one: the daily digest. */
export type NoticeVerb = "opened" | "updated" | "reminded" | "ended" | "digest";

/** How a message is: it waits for its moment or its next try, it was taken by the other side, or it never will be. */
export type NoticeMessageState = "waiting" | "sent" | "failed" | "dropped";

/** A short summary of a notice in a digest. */
export interface DigestLine
  extends Pick<NoticeRecord, "level" | "title" | "since" | "count" | "endedAt"> {}

/** What the digest says. */
export interface Digest {
  /** Since when it tells, in milliseconds since 1970. */
  readonly from: number;
  readonly standing: readonly DigestLine[];
  readonly ended: readonly DigestLine[];
}

/** What a message says: of a notice as it was then, or all there is. */
export type NoticeContent =
  | { readonly notice: NoticeFacts; readonly endedAt: number | null }
  | { readonly digest: Digest };

/** A message to one contact about one notice. */
export interface NoticeMessage {
  readonly id: number;
  /** Null of a digest. */
  readonly notice: number | null;
  readonly contact: string;
  readonly verb: NoticeVerb;
  /** Which one of its verb it is to this contact about this notice, from 1; of a digest, its minute since 1970. */
  readonly step: number;
  /** When it was decided, and when it may leave, in milliseconds since 1970. */
  readonly at: number;
  readonly dueAt: number;
  readonly content: NoticeContent;
  readonly state: NoticeMessageState;
  /** Why it waits, failed or was dropped, or what the other side said; null when there is nothing to say. */
  readonly reason: string | null;
  /** The first message of those that left together with it; null before it was tried. */
  readonly bundle: number | null;
  readonly attempts: number;
  /** When it was sent, failed or was dropped. */
  readonly settledAt: number | null;
}

/** What a snooze is of: everything, a channel, or what a notice is about. */
export type SnoozeScope =
  | { readonly of: "all" }
  | { readonly of: "channel"; readonly channel: string }
  | { readonly of: "notice"; readonly about: string };

/** A person wants to hear nothing of something until a moment. What ends is reported all the same. */
export interface Snooze {
  readonly id: number;
  readonly scope: SnoozeScope;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly actor: string;
  readonly reason: string;
  readonly at: number;
}

/** Whether a snooze covers something. */
export function isSnoozed(
  { scope }: Pick<Snooze, "scope">,
  on: Pick<Standing, "about" | "channel">,
): boolean {
  if (scope.of === "all") return true;
  return scope.of === "channel" ? on.channel === scope.channel : on.about === scope.about;
}

/** What a snooze is of, for people. */
export function snoozeText(scope: SnoozeScope): string {
  if (scope.of === "all") return "everything";
  return scope.of === "channel" ? `channel ${scope.channel}` : scope.about;
}
