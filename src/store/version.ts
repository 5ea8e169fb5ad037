import { newestSchema } from "./sqlite/database/schema-version.ts";

/** The version of stores that this Busbar makes and upgrades to. */
export const storeVersion: number = newestSchema;
