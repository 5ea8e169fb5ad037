import type { NoticeLevel, NoticeRecord } from "../../../core/notice/notice.ts";
import { type NoticeView, viewNotice } from "../../views/notice-view.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";
import { sifted } from "./sifted.ts";

/** Which notices are wanted: those that go on, or all there were. */
export interface NoticesWanted {
  readonly all?: boolean;
  readonly level?: NoticeLevel;
  /** Only those about this channel. */
  readonly channel?: string;
  /** Opened from this moment to that one, in milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** Notices, the newest first asked for. */
export const listNotices: ListQuery<NoticesWanted, NoticeView> = listQuery({
  name: "notices",
  key: numberKey,
  order: () => "newest",
  rows: async ({ store }, { all, level, channel, since, until }: NoticesWanted, part) => {
    const open = all === true ? {} : { open: true };
    const isAsked = [level, channel, since, until].some((one) => one !== undefined);
    if (!isAsked) return store.notices.list({ ...open, ...part });
    return sifted(
      (slice) => store.notices.list({ ...open, ...slice }),
      part,
      async (notice) =>
        (level ?? notice.level) === notice.level &&
        (channel ?? notice.channel) === notice.channel &&
        notice.openedAt >= (since ?? notice.openedAt) &&
        notice.openedAt <= (until ?? notice.openedAt),
    );
  },
  keyOf: ({ id }: NoticeRecord) => id,
  items: async (_of, notices) => notices.map(viewNotice),
  onNothing: async () => [],
});
