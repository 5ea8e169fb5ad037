import { noticeDetail } from "../../app/queries/notice-detail.ts";
import { viewNoticeDetail } from "../../app/views/notice-view.ts";
import type { NoticeMessage, NoticeRecord } from "../../core/notice/notice.ts";
import { advice } from "../../core/stuck/remedy.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { adviceText } from "../print/remedy-command.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

const columns: readonly Column<NoticeMessage>[] = [
  { heading: "DECIDED", cell: ({ at }) => localTime(at) },
  { heading: "TO", cell: ({ contact }) => contact },
  { heading: "SAYS", cell: ({ verb }) => verb },
  { heading: "STATE", cell: ({ state }) => state },
  { heading: "TRIES", align: "right", cell: ({ attempts }) => attempts },
  { heading: "WHY", cell: whyText },
];

/** `busbar notice show`: a notice, and what was said of it. */
export function noticeShow(
  context: CommandContext,
  id: number,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { notice, messages } = await noticeDetail(session, { id });
    if (options.json) await output.json(viewNoticeDetail(notice, messages));
    else {
      await output.lines(linesOf(notice));
      if (messages.length === 0) await output.line("Nobody was notified.");
      else await printTable(output, columns, messages);
    }
    return exitCode.good;
  });
}

function linesOf(notice: NoticeRecord): string[] {
  const { id, level, title, since, count, assignees, endedAt, untold, remedy } = notice;
  return [
    `Notice ${id}, ${level}: ${visible(title)}`,
    `  since    ${localTime(since)}${endedAt === null ? "" : `, until ${localTime(endedAt)}`}`,
    `  noticed  ${localTime(notice.openedAt)}${notice.turn > 1 ? `, for time ${notice.turn} within an hour` : ""}`,
    `  count    ${count}`,
    ...(assignees.length === 0 ? [] : [`  with     ${visible(assignees.join(", "))}`]),
    ...(untold === null ? [] : [`  not notified ${visible(untold)}`]),
    ...(remedy === null || endedAt !== null
      ? []
      : [`  to do    ${adviceText(advice("{}", remedy))}`]),
    "",
  ];
}

function whyText({ reason, state, dueAt }: NoticeMessage): string {
  const until = state === "waiting" ? `due ${localTime(dueAt)}` : "";
  return [until, reason ?? ""].filter((text) => text !== "").join("; ");
}
