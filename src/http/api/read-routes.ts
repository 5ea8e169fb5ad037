import { fileRoutes } from "./reads/file-routes.ts";
import type { ReadRoute } from "./route.ts";

/** Every address of the API that only reads. */
export const readRoutes: readonly ReadRoute[] = [...fileRoutes];
