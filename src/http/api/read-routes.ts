import { catalogueRoutes } from "./reads/catalogue-routes.ts";
import { eventRoutes } from "./reads/event-routes.ts";
import { fileRoutes } from "./reads/file-routes.ts";
import { noticeRoutes } from "./reads/notice-routes.ts";
import { overallRoutes } from "./reads/overall-routes.ts";
import { sentRoutes } from "./reads/sent-routes.ts";
import { stuckRoutes } from "./reads/stuck-routes.ts";
import type { ReadRoute } from "./route.ts";

/** Every address of the API that only reads. */
export const readRoutes: readonly ReadRoute[] = [
  ...overallRoutes,
  ...fileRoutes,
  ...eventRoutes,
  ...sentRoutes,
  ...stuckRoutes,
  ...noticeRoutes,
  ...catalogueRoutes,
];
