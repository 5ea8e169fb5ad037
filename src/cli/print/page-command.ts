import type { PageSubject } from "../../console/console-parts.ts";

/** The command that shows the same as a page of the console. */
export function pageCommand({ look, of, name, filters = {} }: PageSubject): string {
  const words =
    look === "list"
      ? listWords(of)
      : look === "report"
        ? `report ${of === "process" ? "processes" : `${of}s`}`
        : `${of} ${look}`;
  const options = Object.entries(filters).map(([filter, value]) => {
    const option = `--${filter.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return value === "true" ? option : `${option} ${quoted(value)}`;
  });
  return ["busbar", words, ...(name === undefined ? [] : [quoted(String(name))]), ...options].join(
    " ",
  );
}

function listWords(of: PageSubject["of"]): string {
  if (of === "snooze") return "notice snoozes";
  return of === "audit" || of === "stuck" || of === "status" ? of : `${of} list`;
}

/** A word as a shell reads it. */
function quoted(word: string): string {
  return /^[\w.:/,@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
