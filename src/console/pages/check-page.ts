import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { checkFile } from "../../app/queries/flows/check-file.ts";
import type { CheckedFileView } from "../../app/views/flow-view.ts";
import { inPieces, mostChecked } from "../../http/api/upload-routes.ts";
import type { HttpEnv, HttpRouter } from "../../http/context.ts";
import { HttpRefusal } from "../../http/problem/problem.ts";
import { sentForm } from "../../http/sent-body.ts";
import { counted } from "../../runtime/counted.ts";
import type { ConsoleParts } from "../console-parts.ts";
import { page } from "../html/page.ts";
import { badge, facts, link, pathTo, pathWith, problemList } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { linesOfPage, readLines } from "./kept-lines.ts";
import type { ConsolePage } from "./list-page.ts";

/** Where a file is checked. */
export const checkPagePath = "/flows/check";

/** The form to paste or choose a file that is to be checked. */
export const checkPage: ConsolePage = {
  path: checkPagePath,
  answer: async (c, parts) =>
    page(c, parts, { title: "Check a file", body: checkForm(""), same: null }),
};

function checkForm(text: string): Html {
  return html`<p>A file is read with today's definitions, as it would be if it came in. Nothing of it is recorded.</p>
<form class="check" method="post" action="${checkPagePath}" enctype="multipart/form-data">
<p class="field"><label for="check-file">File</label> <input id="check-file" name="file" type="file"></p>
<p class="field"><label for="check-text">or its text</label> <textarea id="check-text" name="text" rows="10" spellcheck="false" aria-describedby="check-about">${text}</textarea><span class="by" id="check-about">Text is read with line feeds at the ends of its lines. Choose a file where its very bytes matter.</span></p>
<p><button>Check</button></p></form>`;
}

/** Adds what checks a file that was sent. */
export function addCheck(router: HttpRouter, parts: ConsoleParts): void {
  // A form has more than the file in it.
  const limited = bodyLimit({ maxSize: mostChecked + (64 << 10), onError: tooLarge });
  router.post(checkPagePath, limited, (c) => checked(c, parts));
}

function tooLarge(): never {
  throw new HttpRefusal("TOO_LARGE", `A file that is checked may have ${mostChecked} bytes here`);
}

async function checked(c: Context<HttpEnv>, parts: ConsoleParts): Promise<Response> {
  const { file, text } = await sentForm(c);
  const isFile = file instanceof File && file.size > 0;
  const pasted = typeof text === "string" ? text.replaceAll("\r\n", "\n") : "";
  const name = isFile ? file.name : "pasted text";
  const bytes = isFile ? await file.arrayBuffer() : new TextEncoder().encode(pasted).buffer;
  if (bytes.byteLength === 0)
    throw new HttpRefusal("BAD_REQUEST", "Choose a file, or paste the text of one");
  const found = await checkFile(await c.get("of").catalogue(), name, inPieces(bytes));
  const lines = await readLines(inPieces(bytes), 1);
  const marks = new Map<number, "error" | "warning">();
  for (const { line, severity } of found.flatMap(({ problems }) => problems))
    if (line !== null && marks.get(line) !== "error") marks.set(line, severity);
  const last = lines.texts.length;
  const body = html`${found.map((one) => verdict(one, last))}
<section><h2>Lines</h2><ol class="lines" tabindex="0" aria-label="lines">${lines.texts.map(
    ({ text: line, isCut }, at) => {
      const mark = marks.get(at + 1);
      return html`<li id="L${at + 1}" value="${at + 1}"${mark === undefined ? noHtml : html` class="${mark}"`}>${when(mark !== undefined, () => html`<span class="mark badge">${mark ?? ""}</span>`)}<code>${shown(line.replace(/\r$/, ""))}</code>${when(isCut, () => html` …`)}</li>`;
    },
  )}</ol>${when(!lines.isWhole, () => html`<p class="note">Only the first ${linesOfPage} lines are shown; all of them were checked.</p>`)}</section>
<section><h2>Check another</h2>${checkForm(isFile || pasted.length > mostShownAgain ? "" : pasted)}</section>`;
  return page(c, parts, { title: `Checked: ${name}`, body, same: null });
}

/** A longer text is not put into the page once more. */
const mostShownAgain = 20_000;

/** What a file would be recorded as, and what is wrong with it; `last`: the last line that is shown. */
function verdict(one: CheckedFileView, last: number): Html {
  const { valid, refused, element, family, flow, version, envelope, messages, invalid, problems } =
    one;
  const good = messages - invalid;
  const says =
    refused || envelope === null
      ? "It would be refused: nothing of it would become an event."
      : invalid > 0
        ? `It would be recorded: ${counted(good, "message")} would be given to processes, ${counted(invalid, "message")} with errors would wait for a person.`
        : `It would be recorded: ${counted(good, "message")} would be given to processes.`;
  const party = ({ role, participant }: { role: string | null; participant: string | null }) =>
    [role, participant].filter(Boolean).join(" ");
  return html`<section><h2>${element === undefined ? "What it is" : `Message ${element}`}</h2>
<p class="verdict ${valid ? "good" : "bad"}">${badge(valid ? "right" : "wrong", valid ? "good" : "bad")} ${says}</p>${facts(
    [
      [
        "Flow",
        flow === null
          ? null
          : link(
              pathWith(pathTo("flows", flow), { version: version ?? "" }),
              `${flow}${version ?? ""}`,
            ),
      ],
      ["Family", family],
      ["From", envelope === null ? null : party(envelope.from)],
      ["To", envelope === null ? null : party(envelope.to)],
      ["Identifier", envelope?.fileIdentifier ?? null],
      ["Messages", `${messages}, ${invalid} invalid`],
    ],
  )}${problems.length === 0 ? html`<p class="empty">Nothing is wrong with it.</p>` : problemList(problems, (line) => (line <= last ? `#L${line}` : "#main"))}</section>`;
}
