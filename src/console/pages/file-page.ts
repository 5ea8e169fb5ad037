import { html } from "hono/html";
import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import { listFileMessages } from "../../app/queries/lists/file-messages.ts";
import { causeOfFile } from "../../app/queries/stuck.ts";
import { showFile } from "../../app/queries/things/file.ts";
import type { FileDetailView, MessageView } from "../../app/views/file-view.ts";
import type { StuckItemView } from "../../app/views/stuck-view.ts";
import { masked } from "../../core/text/mask-numbers.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import type { Who } from "../../http/access/who.ts";
import { actForm } from "../html/act-form.ts";
import { adviceHtml } from "../html/advice.ts";
import { page } from "../html/page.ts";
import {
  badge,
  facts,
  itemLink,
  link,
  pathTo,
  pathWith,
  problemList,
  timeOf,
} from "../html/parts.ts";
import { dataSeenBy } from "../html/personal.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { numberFrom, numberIn } from "./asked-number.ts";
import { type FieldNames, fieldNames } from "./field-names.ts";
import { fateOfFile } from "./file-state.ts";
import { type Lines, linesOf, linesOfPage } from "./kept-lines.ts";
import type { ConsolePage } from "./list-page.ts";

/** One file: its bytes by lines beside what was read of them, what is wrong at its place, and what came of it. */
export const filePage: ConsolePage = {
  path: "/files/:id",
  answer: async (c, parts) => {
    const of = c.get("of");
    const who = c.get("who");
    const id = numberIn(c, "id");
    const first = numberFrom(c.req.query("line")) ?? 1;
    const detail = await showFile(of, { file: id });
    const file = shownTo(who, detail);
    const cause = shownTo(who, await causeOfFile(of, { file: id }));
    const names = await fieldNames(of, file.flow, file.version);
    const lines = who.personal ? await linesOf(of, id, first) : null;
    const messages = await messagesFrom(of, id, first, first + linesOfPage);
    const body = html`${head(file, cause)}
${when(file.next !== null, () => html`<p class="next">${file.next === null ? noHtml : adviceHtml(parts, file.next)}</p>`)}
${acts(who, file)}
${when(file.problems.length > 0, () => html`<section><h2>Problems of the file</h2>${problemList(file.problems, (line) => lineAddress(id, line))}</section>`)}
<section class="beside"><div><h2>Lines</h2>${rawLines(id, lines, marked(file, messages))}</div>
<div><h2>Messages</h2>${messageList(who, shownTo(who, messages), names)}</div></section>
${lines === null || lines.gone !== null ? noHtml : lineWindow(id, first, lines.isWhole)}`;
    return page(c, parts, {
      title: `File ${id}: ${file.name}`,
      body,
      same: { remedy: "show-file", file: id },
      json: `/api/v1/files/${id}`,
    });
  },
};

function head(file: FileDetailView, cause: StuckItemView["cause"] | null): Html {
  const { envelope } = file;
  const party = (side: "from" | "to") =>
    envelope === null
      ? null
      : [
          envelope[side].role,
          envelope[side].participant,
          side === "from" ? file.fromName : file.toName,
        ]
          .filter(Boolean)
          .join(" ");
  return facts([
    ["State", fateOfFile(file)],
    ["Cause", cause === null ? null : link(pathTo("stuck", cause.id), cause.title)],
    [
      "Flow",
      file.flow === null
        ? null
        : html`${link(pathTo("flows", file.flow), `${file.flow}${file.version ?? ""}`)} ${shown(file.flowName)}`,
    ],
    ["From", party("from")],
    ["To", party("to")],
    ["Identifier", envelope?.fileIdentifier ?? null],
    ["Channel", file.channel],
    ["Sent", timeOf(file.occurredAt)],
    ["Recorded", timeOf(file.recordedAt)],
    ["Size", `${file.sizeBytes} bytes`],
    ["Messages", `${file.messages}, ${file.invalid} invalid`],
    ["Events", link(pathWith("/events", { file: file.id }), file.events)],
    ["Lay in", file.container === null ? null : itemLink(`file ${file.container.file}`)],
    [
      "Holds",
      file.members.length === 0
        ? null
        : html`${file.members.slice(0, 50).map((one) => html`${itemLink(`file ${one}`)} `)}${when(file.members.length > 50, () => html`and ${file.members.length - 50} more`)}`,
    ],
    ["Other file", file.otherFile === null ? null : itemLink(`file ${file.otherFile}`)],
    ["SHA-256", html`<code>${file.hash}</code>`],
    ["Erased", erasedText(file)],
    [
      "Decisions",
      file.decisions.length === 0
        ? null
        : html`<ul>${file.decisions.map((made) => html`<li>${made.decision.replaceAll("-", " ")} by ${shown(made.actor)}, ${timeOf(made.at)}: ${shown(made.reason)}</li>`)}</ul>`,
    ],
  ]);
}

function erasedText({ erased }: FileDetailView): Html | null {
  if (erased === null) return null;
  const { erasure, whole, at, actor, reason } = erased;
  return html`${whole ? "Nothing is left of its bytes" : "What its bytes said of a person; the SHA-256 is of the bytes as they came"}: erasure ${erasure} by ${shown(actor)}, ${timeOf(at)}: ${shown(reason)}`;
}

function acts(who: Who, file: FileDetailView): Html {
  const to = pathTo("files", file.id);
  const isConflict = file.state === "conflict";
  return html`<div class="acts">${when(file.awaitingRelease, () =>
    actForm(who, {
      to,
      title: "Release",
      about: "Its messages are given to processes.",
      choices: [["release", "Release"]],
    }),
  )}${when(isConflict || file.state === "duplicate", () =>
    actForm(who, {
      to,
      title: isConflict ? "Settle the conflict" : "Take the duplicate in",
      choices: isConflict
        ? [
            ["keep-first", `Keep file ${file.otherFile ?? ""}`],
            ["replace", "Replace it by this one"],
            ["keep-both", "Keep both"],
          ]
        : [["keep-both", "Keep both"]],
    }),
  )}${actForm(who, {
    to,
    title: "Read again",
    about: "The kept bytes are read with today's definitions; events that were recorded stay.",
    choices: [["reprocess", "Read again"]],
  })}${when(file.events > 0, () =>
    actForm(who, {
      to,
      title: "Restate",
      about:
        "The kept bytes are read with today's definitions, and events that say otherwise are made to say the same. The difference is shown before it is done.",
      asksReason: false,
      choices: [["see-restate", "See what it would change"]],
    }),
  )}</div>`;
}

async function messagesFrom(
  of: OpenInstallation,
  file: number,
  first: number,
  end: number,
): Promise<MessageView[]> {
  const found: MessageView[] = [];
  let after: string | undefined;
  // Messages come in the order of their lines.
  for (;;) {
    const part = await listFileMessages.page(of, { file, after, limit: 500 });
    for (const message of part.items) {
      if (message.line >= end) return found;
      if (message.lastLine >= first) found.push(message);
      if (found.length === linesOfPage) return found;
    }
    if (part.next === null) return found;
    after = part.next;
  }
}

/** What is wrong at each line. */
function marked(
  file: FileDetailView,
  messages: readonly MessageView[],
): ReadonlyMap<number, "error" | "warning"> {
  const marks = new Map<number, "error" | "warning">();
  for (const { line, severity } of [...file.problems, ...messages.flatMap((one) => one.problems)])
    if (line !== null && marks.get(line) !== "error") marks.set(line, severity);
  return marks;
}

function rawLines(id: number, lines: Lines | null, marks: ReturnType<typeof marked>): Html {
  if (lines === null) return html`<p class="empty">${masked}</p>`;
  if (lines.gone !== null) return html`<p class="empty">${shown(lines.gone)}</p>`;
  return html`<ol class="lines" tabindex="0" aria-label="lines" start="${lines.first}">${lines.texts.map(
    ({ text, isCut }, at) => {
      const number = lines.first + at;
      const mark = marks.get(number);
      return html`<li id="L${number}" value="${number}"${mark === undefined ? noHtml : html` class="${mark}"`}>${when(mark !== undefined, () => html`<span class="mark badge">${mark ?? ""}</span>`)}<code>${shown(text.replace(/\r$/, ""))}</code>${when(isCut, () => html` <a href="${pathTo("files", id, "bytes")}">… the whole file</a>`)}</li>`;
    },
  )}</ol>`;
}

function messageList(who: Who, messages: readonly MessageView[], names: FieldNames): Html {
  if (messages.length === 0)
    return html`<p class="empty">There are no messages at these lines.</p>`;
  return html`${messages.map(
    (
      message,
    ) => html`<details class="message"${when(message.invalid || messages.length < 4, () => html` open`)}>
<summary>lines ${message.line} to ${message.lastLine} ${shown(message.subjectKind)} ${shown(message.subjectKey)} ${when(message.invalid, () => badge("invalid", "bad"))}</summary>
<p>${link(lineAddress(message.file, message.line), `line ${message.line}`)}</p>
${problemList(message.problems, (line) => lineAddress(message.file, line))}
${dataSeenBy(who, message.data, names)}</details>`,
  )}`;
}

/** A line of a file on the page that shows it. */
function lineAddress(file: number, line: number): string {
  const first = line - ((line - 1) % linesOfPage);
  const path = pathWith(pathTo("files", file), first > 1 ? { line: first } : {});
  return `${path}#L${line}`;
}

function lineWindow(id: number, first: number, isWhole: boolean): Html {
  const path = pathTo("files", id);
  return html`<nav class="pager" aria-label="lines">${when(first > 1, () => link(pathWith(path, { line: Math.max(1, first - linesOfPage) }), "lines before"))}
${when(!isWhole, () => link(pathWith(path, { line: first + linesOfPage }), "lines after"))}
<form action="${path}"><label>Go to line <input name="line" type="number" min="1" value="${first}"></label> <button>Go</button></form>
<a href="${pathTo("files", id, "bytes")}" download>Download</a></nav>`;
}
