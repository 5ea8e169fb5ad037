/** A page of ours in Markdown for a terminal: no marks, lines no longer than `width`. */
export function pageText(markdown: string, width: number): string[] {
  const paragraphs = markdown.trim().split(/\n{2,}/);
  return paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [""]),
    ...wrapped(unmarked(paragraph), width),
  ]);
}

function unmarked(paragraph: string): string {
  return paragraph
    .replace(/^#+ /, "")
    .replaceAll("**", "")
    .replaceAll(/\[([^\]]*)\]\(([^)\s]*)\)/g, (_, text: string, to: string) => linkText(text, to))
    .replaceAll(/\s*\n\s*/g, " ");
}

/** A link as its words; the page of another problem is named by its code, a guide by its file. */
function linkText(text: string, to: string): string {
  const page = /([^/]+)\.md(#.*)?$/.exec(to);
  if (page === null || page[1] === text) return text;
  return `${text} (${to.replace(/^(\.\.\/)+/, "docs/")})`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
