import { html } from "hono/html";
import { listActions } from "../../app/queries/lists/actions.ts";
import { listEvents } from "../../app/queries/lists/events.ts";
import { listFiles } from "../../app/queries/lists/files.ts";
import { listOutbound } from "../../app/queries/lists/outbound-files.ts";
import { listProcesses } from "../../app/queries/lists/processes.ts";
import type { ActionView } from "../../app/views/action-view.ts";
import type { ListedEventView } from "../../app/views/event-view.ts";
import type { FileView } from "../../app/views/file-view.ts";
import type { ListedOutboundView } from "../../app/views/outbound-view.ts";
import type { ProcessSummaryView } from "../../app/views/process-view.ts";
import { actionStates } from "../../core/action/ledger.ts";
import { outboundKindWords } from "../../core/outbound/outbound-kind.ts";
import { badge, itemLink, link, pathTo, timeOf } from "../html/parts.ts";
import { shown, when } from "../html/text.ts";
import { fateOfFile } from "./file-state.ts";
import { type ListPage, listPage } from "./list-page.ts";

const brought = [
  { name: "flow", label: "flow" },
  { name: "sender", label: "sender" },
  { name: "recipient", label: "recipient" },
  { name: "since", label: "from day", type: "date" },
  { name: "until", label: "to day", type: "date" },
] as const;

const problem = { name: "problem", label: "problem code" } as const;

/** Files that came in. */
const files: ListPage<FileView> = {
  path: "/files",
  title: "Files",
  of: "file",
  query: listFiles,
  filters: [
    { name: "name", label: "name holds" },
    {
      name: "state",
      label: "state",
      options: ["recorded", "awaiting-release", "rejected", "conflict", "duplicate", "withdrawn"],
    },
    { name: "channel", label: "channel" },
    ...brought,
    problem,
  ],
  facets: [
    {
      label: "state",
      names: ["state"],
      wordsOf: ({ state, awaitingRelease }) => [
        state === "recording" ? null : state,
        awaitingRelease ? "awaiting-release" : null,
      ],
    },
    { label: "flow", names: ["flow"], wordsOf: ({ flow }) => [flow] },
    {
      label: "sender",
      names: ["sender"],
      wordsOf: ({ envelope }) => [envelope?.from.participant],
    },
    { label: "channel", names: ["channel"], wordsOf: ({ channel }) => [channel] },
    {
      label: "day",
      names: ["since", "until"],
      wordsOf: ({ recordedAt }) => [recordedAt.slice(0, 10)],
    },
  ],
  head: ["File", "Name", "State", "Flow", "From", "To", "Messages", "Invalid", "Recorded"],
  cells: (file) => [
    link(pathTo("files", file.id), file.id),
    html`<span class="long">${link(pathTo("files", file.id), file.name)}</span>`,
    html`${fateOfFile(file)}${when(file.inside !== undefined && file.inside.waiting > 0, () => html` ${file.inside?.waiting} of ${file.inside?.files} stuck`)}`,
    html`${shown(file.flow)}${shown(file.version)}`,
    html`${shown(file.envelope?.from.participant)}`,
    html`${shown(file.envelope?.to.participant)}`,
    html`${file.messages}`,
    html`${file.invalid}`,
    timeOf(file.recordedAt),
  ],
};

const processes: ListPage<ProcessSummaryView> = {
  path: "/processes",
  title: "Processes",
  of: "process",
  query: listProcesses,
  filters: [
    { name: "type", label: "type" },
    { name: "status", label: "status" },
    ...brought,
    problem,
  ],
  head: ["Type", "Key", "Status", "Events", "First sent", "Last sent"],
  cells: ({ type, key, status, events, firstAt, lastAt }) => [
    html`${shown(type)}`,
    link(pathTo("processes", type, key), key),
    html`${shown(status ?? "not built")}`,
    html`${events}`,
    timeOf(firstAt),
    timeOf(lastAt),
  ],
};

const events: ListPage<ListedEventView> = {
  path: "/events",
  title: "Events",
  of: "event",
  query: listEvents,
  filters: [
    { name: "type", label: "type" },
    { name: "processType", label: "type of process" },
    { name: "key", label: "key" },
    { name: "file", label: "file", type: "number" },
    ...brought,
    problem,
  ],
  head: ["Event", "What", "Process", "Sent", "Recorded", "File", "Marks"],
  cells: ({ seq, name, processType, key, occurredAt, recordedAt, file, ...said }) => [
    link(pathTo("events", seq), seq),
    link(pathTo("events", seq), name),
    itemLink(`process ${processType}/${key}`),
    timeOf(occurredAt),
    timeOf(recordedAt),
    file === null ? html`` : link(pathTo("files", file), file),
    html`${when(said.void, () => badge("void", "warn"))}${when(said.amended, () => badge("corrected", "warn"))}`,
  ],
};

const actions: ListPage<ActionView> = {
  path: "/actions",
  title: "Actions",
  of: "action",
  query: listActions,
  filters: [
    { name: "state", label: "state", options: [...actionStates, "failing"] },
    { name: "name", label: "name" },
    { name: "type", label: "type of process" },
    { name: "key", label: "key" },
  ],
  head: ["Action", "Name", "State", "Process", "Because of", "Attempts", "Planned", "Ended"],
  cells: (action) => [
    link(pathTo("actions", action.id), action.id),
    link(pathTo("actions", action.id), action.name),
    html`${badge(action.failing ? "failing" : action.state)} ${shown(action.reason)}`,
    itemLink(`process ${action.processType}/${action.key}`),
    itemLink(`event ${action.event}`),
    html`${action.attempts}`,
    timeOf(action.plannedAt),
    timeOf(action.endedAt),
  ],
};

const outbound: ListPage<ListedOutboundView> = {
  path: "/outbound",
  title: "Outbound files",
  of: "outbound",
  query: listOutbound,
  filters: [
    {
      name: "state",
      label: "state",
      options: ["ready", "uploaded", "sending", "unknown", "failed", "delivered", "cancelled"],
    },
    { name: "channel", label: "channel" },
    ...brought,
  ],
  head: ["Outbound", "Name", "State", "Flow", "To", "Channel", "Number", "Made", "Ended"],
  cells: (file) => [
    link(pathTo("outbound", file.id), file.id),
    html`<span class="long">${link(pathTo("outbound", file.id), file.name)}</span>`,
    html`${badge(file.keptBy === null ? file.state : "on-hold")} ${shown(file.problem)}`,
    html`${shown(file.flow ?? outboundKindWords[file.kind])}${shown(file.version)}`,
    html`${shown(file.kind === "webhook" ? file.folder : file.to?.participant)}`,
    html`${shown(file.channel)}`,
    html`${shown(file.number)}`,
    timeOf(file.createdAt),
    timeOf(file.endedAt),
  ],
};

/** Every list that is a page. */
export const listPages = [
  listPage(files),
  listPage(processes),
  listPage(events),
  listPage(actions),
  listPage(outbound),
] as const;
