import type { Retention, RetentionTotals } from "../../store/port/retention-store.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/** How many different files' bytes are kept where. */
export function keptTotals({ store }: Pick<OpenInstallation, "store">): Promise<RetentionTotals> {
  return store.retention.totals();
}

/** Everything that was done with kept bytes for their age, the first first. */
export function listRetentions({
  store,
}: Pick<OpenInstallation, "store">): AsyncIterable<Retention> {
  return store.retention.list();
}
