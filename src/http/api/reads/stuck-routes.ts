import { z } from "zod";
import { listCredentials, listPeople } from "../../../app/queries/access.ts";
import { reportOnFiles } from "../../../app/queries/file-report.ts";
import { listAudit } from "../../../app/queries/lists/audit.ts";
import { listStuckCauses } from "../../../app/queries/lists/stuck-causes.ts";
import { listStuck } from "../../../app/queries/lists/stuck-items.ts";
import {
  reportOnDurations,
  reportOnEvents,
  reportOnProcesses,
} from "../../../app/queries/reports.ts";
import { auditEntryView, credentialView, personView } from "../../../app/views/access-view.ts";
import { holdView, viewHold } from "../../../app/views/hold-view.ts";
import { list } from "../../../app/views/parts.ts";
import {
  durationReportView,
  eventReportView,
  fileReportView,
  processReportView,
} from "../../../app/views/report-view.ts";
import { stuckCauseView, stuckItemView } from "../../../app/views/stuck-view.ts";
import { auditOutcomes } from "../../../core/access/access.ts";
import { stuckKinds } from "../../../store/stuck/stuck-kinds.ts";
import { listRoute } from "../list-route.ts";
import { broughtInput, envelopeInput, momentText, wordText, yesText } from "../parameters.ts";
import { type ReadRoute, read } from "../route.ts";

const eventKeysText = keysText(["type", "process-type", "day", "sender"], "type");

const fileKeysText = keysText(
  ["day", "channel", "flow", "sender", "state", "problem"],
  "day,flow,sender,state",
);

/** What a report counts by: some of these words with commas between, in their own order. */
function keysText<const Key extends string>(keys: readonly Key[], usual: string) {
  const message = `some of ${keys.join(", ")}, with commas between`;
  return z
    .string()
    .default(usual)
    .transform((text, context) => {
      const words = text.split(",");
      const known = keys.filter((key) => words.includes(key));
      if (known.length === words.length) return known;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

/** A report's rows, and what is to be known of them besides. */
function rowsOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ rows: list(row), notes: list(z.string()) });
}

/** What can be read of what needs people, of holds, reports and who may ask. */
export const stuckRoutes: readonly ReadRoute[] = [
  listRoute("/stuck/causes", {
    tag: "Stuck",
    summary: "What needs a person, grouped by cause, the most first; what is tried again last.",
    filters: {},
    item: stuckCauseView,
    query: listStuckCauses,
  }),
  listRoute("/stuck/items", {
    tag: "Stuck",
    summary: "What needs a person, item by item.",
    filters: {
      ...envelopeInput,
      kind: z.enum(stuckKinds).optional(),
      cause: wordText.optional(),
      assignee: wordText.optional(),
      dismissed: yesText.optional(),
    },
    item: stuckItemView,
    query: listStuck,
  }),
  read("/holds", {
    tag: "Holds",
    summary: "What is on hold.",
    answer: z.strictObject({ items: list(holdView) }),
    run: async ({ store }) => ({ items: (await store.holds.list()).map(viewHold) }),
  }),
  read("/reports/events", {
    tag: "Reports",
    summary: "How many events there are, by type, type of process, day and sender.",
    input: {
      by: eventKeysText,
      zone: wordText.default("Europe/London"),
      type: wordText.optional(),
      since: momentText("start").optional(),
    },
    answer: rowsOf(eventReportView),
    run: (of, { by, zone, type, since }) =>
      reportOnEvents(of, { by, zone, ...given({ type, since }) }),
  }),
  read("/reports/files", {
    tag: "Reports",
    summary:
      "How many files came, by day, channel, flow, sender, state and problem, with how many have problems or are out of their sender's sequence; of the last 7 days where since is not given.",
    input: {
      ...broughtInput,
      by: fileKeysText,
      zone: wordText.default("Europe/London"),
      channel: wordText.optional(),
    },
    answer: rowsOf(fileReportView),
    run: (of, { by, zone, ...wanted }) => reportOnFiles(of, { by, zone, ...given(wanted) }),
  }),
  read("/reports/processes", {
    tag: "Reports",
    summary: "How many processes there are of each type and status.",
    input: { type: wordText.optional() },
    answer: rowsOf(processReportView),
    run: (of, { type }) => reportOnProcesses(of, given({ type })),
  }),
  read("/reports/durations", {
    tag: "Reports",
    summary: "How long processes took from one event to another, in milliseconds.",
    input: {
      from: wordText,
      to: wordText,
      type: wordText.optional(),
      since: momentText("start").optional(),
    },
    answer: rowsOf(durationReportView),
    run: (of, { from, to, type, since }) =>
      reportOnDurations(of, { from, to, ...given({ type, since }) }),
  }),
  listRoute("/audit", {
    tag: "Access",
    summary: "What was asked over HTTP, and what was refused, the newest page first.",
    filters: {
      actor: wordText.optional(),
      outcome: z.enum(auditOutcomes).optional(),
      since: momentText("start").optional(),
      until: momentText("end").optional(),
    },
    item: auditEntryView,
    query: listAudit,
    role: "admin",
  }),
  read("/tokens", {
    tag: "Access",
    summary: "Tokens of programs that nobody revoked.",
    answer: z.strictObject({ items: list(credentialView) }),
    role: "admin",
    run: async (of) => ({ items: await listCredentials(of, "token") }),
  }),
  read("/sessions", {
    tag: "Access",
    summary: "Log-ins that nobody ended.",
    answer: z.strictObject({ items: list(credentialView) }),
    role: "admin",
    run: async (of) => ({ items: await listCredentials(of, "session") }),
  }),
  read("/people", {
    tag: "Access",
    summary: "Who logs in by a password.",
    answer: z.strictObject({ items: list(personView) }),
    role: "admin",
    run: async (of) => ({ items: await listPeople(of) }),
  }),
];

/** What of it was said. */
function given<Of extends object>(of: Of): { [Name in keyof Of]?: NonNullable<Of[Name]> } {
  const said = Object.entries(of).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [Name in keyof Of]?: NonNullable<Of[Name]> };
}
