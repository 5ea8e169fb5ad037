import { listNotices, type NoticesWanted } from "../../app/queries/lists/notices.ts";
import type { NoticeView } from "../../app/views/notice-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { printList } from "../print/list-page.ts";
import type { ListOptions } from "../print/listing.ts";
import type { Column } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar notice list`. */
export interface NoticeListOptions extends ListOptions, NoticesWanted {}

const columns: readonly Column<NoticeView>[] = [
  { heading: "ID", align: "right", cell: ({ id }) => id },
  { heading: "SINCE", cell: ({ since }) => localTime(Date.parse(since)) },
  { heading: "LEVEL", cell: ({ level }) => level },
  { heading: "STATE", cell: noticeState },
  { heading: "COUNT", align: "right", cell: ({ count }) => count },
  { heading: "WHAT", cell: ({ title }) => title },
];

/** `busbar notice list`: what is wrong, the newest last. */
export function noticeList(context: CommandContext, options: NoticeListOptions): Promise<ExitCode> {
  return withStore(context, async (session) => {
    await printList(context, options, session, {
      query: listNotices,
      wanted: options,
      shown: columns,
      nothing: options.all
        ? "Nothing was ever noticed. The daemon looks while it runs."
        : "Nothing is wrong that the daemon has noticed. `busbar notice list --all` shows what was.",
    });
    return exitCode.good;
  });
}

/** How a notice is, in a word. */
export function noticeState({ endedAt, untold }: NoticeView): string {
  if (endedAt !== null) return "ended";
  return untold === null ? "notified" : "not notified";
}
