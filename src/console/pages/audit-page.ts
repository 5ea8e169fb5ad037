import { html } from "hono/html";
import { listAudit } from "../../app/queries/lists/audit.ts";
import type { AuditEntryView } from "../../app/views/access-view.ts";
import { auditOutcomes } from "../../core/access/access.ts";
import { badge, link, pathWith, timeOf } from "../html/parts.ts";
import { shown } from "../html/text.ts";
import { type ConsolePage, listPage } from "./list-page.ts";

/** Who did what over HTTP and why, and what was refused to whom. */
export const auditPage: ConsolePage = listPage<AuditEntryView>({
  path: "/audit",
  title: "Audit",
  of: "audit",
  query: listAudit,
  role: "admin",
  filters: [
    { name: "actor", label: "who" },
    { name: "outcome", label: "outcome", options: auditOutcomes },
    { name: "since", label: "from day", type: "date" },
    { name: "until", label: "to day", type: "date" },
  ],
  head: ["When", "Who", "From", "What was asked", "Outcome", "Why"],
  cells: ({ at, actor, address, act, outcome, code, reason }) => [
    timeOf(at),
    actor === null
      ? html`<span class="none">nobody known</span>`
      : link(pathWith("/audit", { actor }), actor),
    html`${shown(address)}`,
    html`<code>${shown(act)}</code>`,
    html`${badge(outcome, outcome === "done" ? "good" : "bad")} ${shown(code)}`,
    html`${shown(reason)}`,
  ],
});
