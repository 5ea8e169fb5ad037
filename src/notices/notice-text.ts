import type {
  DigestLine,
  NoticeFacts,
  NoticeLevel,
  NoticeMessage,
  NoticeVerb,
} from "../core/notice/notice.ts";
import { type Advice, advice } from "../core/stuck/remedy.ts";
import { durationText } from "../core/text/duration-text.ts";
import { utcTime } from "../core/text/utc-time.ts";

/** What a message says, for people: its subject, and lines of text with what to do. */
export interface NoticeText {
  readonly subject: string;
  readonly lines: readonly string[];
  /** What a person can do; rendered as the command of whoever tells it. */
  readonly advice: Advice | null;
}

type Said = Pick<NoticeMessage, "verb" | "content">;

/** Renders advice as a command. */
export type AdviceText = (advice: Advice) => string;

const words: Readonly<Record<Exclude<NoticeVerb, "digest">, string>> = {
  opened: "",
  updated: "Grown: ",
  reminded: "Still: ",
  ended: "Ended: ",
};

const levelWords: Readonly<Record<NoticeLevel, string>> = {
  urgent: "URGENT ",
  work: "",
  info: "",
};

/** The longest subject: mail readers show no more. */
const longestSubject = 120;

/** What several messages that leave together say, as one e-mail. */
export function noticeText(name: string, messages: readonly Said[]): NoticeText {
  const [first, ...others] = messages;
  if (first === undefined) return { subject: `[${name}]`, lines: [], advice: null };
  if (others.length === 0) return textOf(name, first);
  const parts = messages.map((message) => textOf("", message));
  return {
    subject: `[${name}] ${messages.length} notices: ${cut(parts[0]?.subject ?? "")}`,
    lines: parts.flatMap(({ lines }) => [...lines, ""]),
    advice: advice("All that is stuck: {}", { remedy: "list-stuck" }),
  };
}

function textOf(name: string, { verb, content }: Said): NoticeText {
  const prefix = name === "" ? "" : `[${name}] `;
  if ("digest" in content) return digestText(prefix, content.digest);
  if (verb === "digest") return { subject: prefix, lines: [], advice: null };
  const { notice, endedAt } = content;
  const level = verb === "ended" ? "" : levelWords[notice.level];
  const advised = notice.remedy === null ? null : advice("What to do: {}", notice.remedy);
  return {
    subject: `${prefix}${level}${words[verb]}${cut(notice.title)}`,
    lines: [`${words[verb]}${notice.title}`, ...factLines(notice, endedAt)],
    advice: verb === "ended" ? null : advised,
  };
}

function factLines(notice: NoticeFacts, endedAt: number | null): string[] {
  const { since, count, assignees, turn } = notice;
  return [
    `Since ${momentText(since)}${count > 1 ? `, ${count} of them` : ""}.`,
    ...(endedAt === null
      ? []
      : [
          `It ended at ${momentText(endedAt)}, after ${durationText(Math.max(0, endedAt - since))}.`,
        ]),
    ...(assignees.length === 0 ? [] : [`Assigned to ${assignees.join(", ")}.`]),
    ...(turn >= 3 ? [`It is unsteady: time ${turn} within an hour.`] : []),
  ];
}

function digestText(
  prefix: string,
  {
    from,
    standing,
    ended,
  }: {
    readonly from: number;
    readonly standing: readonly DigestLine[];
    readonly ended: readonly DigestLine[];
  },
): NoticeText {
  const isWell = standing.length === 0;
  const list = (lines: readonly DigestLine[]) =>
    lines.map(
      ({ level, title, count, since }) =>
        `  ${level.padEnd(6)} since ${momentText(since)}${count > 1 ? `, ${count} of them` : ""}: ${title}`,
    );
  return {
    subject: `${prefix}${isWell ? "All is well" : `${standing.length} to see to`}`,
    lines: [
      isWell ? "All is well: nothing needs a person." : "What needs a person:",
      ...list(standing),
      ...(ended.length === 0 ? [] : ["", `Ended since ${momentText(from)}:`, ...list(ended)]),
    ],
    advice: isWell ? null : advice("All that is stuck: {}", { remedy: "list-stuck" }),
  };
}

/** A moment for people who may be anywhere. */
function momentText(at: number): string {
  return `${utcTime(at).slice(0, 16).replace("T", " ")} UTC`;
}

/** On one line, and no longer than is shown. */
function cut(text: string): string {
  const line = text.replaceAll(/\p{Cc}+/gu, " ");
  return line.length <= longestSubject ? line : `${line.slice(0, longestSubject - 1)}…`;
}
