import { statusLine, statusPath } from "./html/page.ts";
import { auditPage } from "./pages/audit-page.ts";
import { channelPage, channelsPage } from "./pages/channel-pages.ts";
import { checkPage } from "./pages/check-page.ts";
import { filePage } from "./pages/file-page.ts";
import type { ConsolePage } from "./pages/list-page.ts";
import { listPages } from "./pages/lists.ts";
import {
  codePage,
  expectedPage,
  flowDetailPage,
  flowsPage,
  systemPage,
} from "./pages/more-pages.ts";
import { noticePage, noticesPage } from "./pages/notice-pages.ts";
import { overviewPage } from "./pages/overview-page.ts";
import { processPage } from "./pages/process-page.ts";
import { reportsPage } from "./pages/report-pages.ts";
import { searchPage, storyPage } from "./pages/search-pages.ts";
import { causePage, stuckPage } from "./pages/stuck-pages.ts";
import { actionDetailPage, eventPage, outboundPage } from "./pages/thing-pages.ts";

/** How the daemon is, alone. */
const statusLinePage: ConsolePage = {
  path: statusPath,
  answer: async (c) => c.html(await statusLine(c.get("of"))),
};

/** Every page of the console. */
export const consolePages: readonly ConsolePage[] = [
  overviewPage,
  statusLinePage,
  stuckPage,
  causePage,
  ...listPages,
  filePage,
  processPage,
  eventPage,
  actionDetailPage,
  outboundPage,
  channelsPage,
  channelPage,
  expectedPage,
  flowsPage,
  checkPage,
  flowDetailPage,
  reportsPage,
  noticesPage,
  noticePage,
  auditPage,
  searchPage,
  storyPage,
  systemPage,
  codePage,
];
