import { html } from "hono/html";
import type { FileView } from "../../app/views/file-view.ts";
import { badge, itemLink } from "../html/parts.ts";
import { type Html, noHtml } from "../html/text.ts";

/** What became of a file; of a refused one, with the file that superseded it. */
export function fateOfFile({ awaitingRelease, state, successor }: FileView): Html {
  const after =
    successor === undefined ? noHtml : html` superseded by ${itemLink(`file ${successor}`)}`;
  return html`${badge(awaitingRelease ? "awaiting-release" : state)}${after}`;
}
