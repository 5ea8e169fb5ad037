import { z } from "zod";
import { listNotices } from "../../../app/queries/lists/notices.ts";
import { noticeDetail } from "../../../app/queries/notice-detail.ts";
import { previewNotices } from "../../../app/queries/notice-preview.ts";
import { goingSnoozes } from "../../../app/queries/snoozes.ts";
import {
  noticeDetailView,
  noticeView,
  previewedNoticeView,
  snoozeView,
  viewNoticeDetail,
  viewPreviewed,
} from "../../../app/views/notice-view.ts";
import { list } from "../../../app/views/parts.ts";
import { noticeLevels } from "../../../core/notice/notice.ts";
import { listRoute } from "../list-route.ts";
import { idText, momentText, wordText, yesText } from "../parameters.ts";
import { type ReadRoute, read } from "../route.ts";

/** What can be read about what is wrong. */
export const noticeRoutes: readonly ReadRoute[] = [
  listRoute("/notices", {
    tag: "Notices",
    summary:
      "What is wrong, as people are notified of it, the newest page first; with `all` what has ended too.",
    filters: {
      all: yesText.optional(),
      level: z.enum(noticeLevels).optional(),
      channel: wordText.optional(),
      since: momentText("start").optional(),
      until: momentText("end").optional(),
    },
    item: noticeView,
    query: listNotices,
  }),
  read("/notices/{notice}", {
    tag: "Notices",
    summary: "A notice with all deliveries of it: to whom, whether it arrived, and why not.",
    input: { notice: idText },
    answer: noticeDetailView,
    run: async (of, { notice: id }) => {
      const { notice, messages } = await noticeDetail(of, { id });
      return viewNoticeDetail(notice, messages);
    },
  }),
  read("/notice-preview", {
    tag: "Notices",
    summary:
      "What notices would go out of what is wrong now, to whom and when, were it to stay so; and why none would. Nothing is sent.",
    answer: z.strictObject({ items: list(previewedNoticeView) }),
    run: async (of) => ({ items: (await previewNotices(of)).map(viewPreviewed) }),
  }),
  read("/snoozes", {
    tag: "Notices",
    summary: "What nobody is notified of for now, and until when.",
    answer: z.strictObject({ items: list(snoozeView) }),
    run: async (of) => ({ items: await goingSnoozes(of) }),
  }),
];
