import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The pages about problems: three folders up from here in `src/` and in `dist/`. */
const folder = new URL("../../../../docs/problems/", import.meta.url);

/** The text of the page about a code, in Markdown. Every code has one. */
export function problemPage(code: string): string {
  return readFileSync(fileURLToPath(new URL(`${code}.md`, folder)), "utf8");
}
