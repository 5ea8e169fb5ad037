import type { NoticeRecord } from "../../../core/notice/notice.ts";
import { type NoticeView, viewNotice } from "../../views/notice-view.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";

/** Which notices are wanted: those that go on, or all there were. */
export interface NoticesWanted {
  readonly all?: boolean;
}

/** Notices, the newest first asked for. */
export const listNotices: ListQuery<NoticesWanted, NoticeView> = listQuery({
  name: "notices",
  key: numberKey,
  order: () => "newest",
  rows: async ({ store }, { all }: NoticesWanted, part) =>
    store.notices.list({ ...(all !== true && { open: true }), ...part }),
  keyOf: ({ id }: NoticeRecord) => id,
  items: async (_of, notices) => notices.map(viewNotice),
  onNothing: async () => [],
});
