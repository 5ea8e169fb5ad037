import type { AuditEntry, AuditOutcome } from "../../../core/access/access.ts";
import { type AuditEntryView, viewAuditEntry } from "../../views/access-view.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";

/** Which entries of the audit are wanted; all when nothing is said. */
export interface AuditWanted {
  readonly actor?: string;
  readonly outcome?: AuditOutcome;
  readonly since?: number;
  readonly until?: number;
}

/** What was asked for over HTTP, the newest first asked for. */
export const listAudit: ListQuery<AuditWanted, AuditEntryView> = listQuery({
  name: "audit",
  key: numberKey,
  order: () => "newest",
  rows: async ({ store }, { actor, outcome, since, until }: AuditWanted, part) =>
    store.access.audit({
      ...(actor !== undefined && { actor }),
      ...(outcome !== undefined && { outcome }),
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      ...part,
    }),
  keyOf: ({ id }: AuditEntry) => id,
  items: async (_, entries) => entries.map(viewAuditEntry),
  onNothing: async () => [],
});
