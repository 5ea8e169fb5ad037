import { html } from "hono/html";
import { type Html, shown } from "./text.ts";

/**
 * A page of our documentation: its headings, those that begin a paragraph in bold too, its paragraphs, and what is
 * code in them. Its title is left out, which the page has already.
 */
export function plainPage(markdown: string): Html {
  const pieces = markdown.trim().split(/\n{2,}/);
  return html`${pieces.filter((piece) => !piece.startsWith("# ")).map(pieceOf)}`;
}

function pieceOf(piece: string): Html {
  const [, heading] = /^#{2,} (.*)$/.exec(piece) ?? [];
  if (heading !== undefined) return html`<h2>${shown(heading)}</h2>`;
  const [, bold, rest = ""] = /^\*\*([^*]+)\*\*\s*([\s\S]*)$/.exec(piece) ?? [];
  if (bold === undefined) return paragraph(piece);
  return html`<h2>${shown(bold.replace(/\.$/, ""))}</h2>${paragraph(rest)}`;
}

function paragraph(text: string): Html {
  const words = text.replaceAll(/\s*\n\s*/g, " ").split("`");
  return html`<p>${words.map((part, at) => (at % 2 === 1 ? html`<code>${shown(part)}</code>` : shown(part)))}</p>`;
}
