import type { ActRoute } from "./act-route.ts";
import { adminActs } from "./acts/admin-acts.ts";
import { eventActs } from "./acts/event-acts.ts";
import { fileActs } from "./acts/file-acts.ts";
import { groupActs } from "./acts/group-acts.ts";
import { jobActs } from "./acts/job-acts.ts";
import { noticeActs } from "./acts/notice-acts.ts";
import { outboundActs } from "./acts/outbound-acts.ts";
import { processActs } from "./acts/process-acts.ts";
import { stuckActs } from "./acts/stuck-acts.ts";

/** Every address of the API that changes something. */
export const actRoutes: readonly ActRoute[] = [
  ...fileActs,
  ...outboundActs,
  ...eventActs,
  ...processActs,
  ...stuckActs,
  ...groupActs,
  ...noticeActs,
  ...jobActs,
  ...adminActs,
];
