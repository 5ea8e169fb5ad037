import { z } from "zod";
import { remedyView } from "../../app/views/remedy-view.ts";
import { oneLine } from "../output.ts";
import { remedyCommand } from "./remedy-command.ts";

const levels: Readonly<Record<string, string>> = { warn: "warning: ", error: "error: " };

/** Fields of every log line that say nothing to somebody who looks at it as it is written. */
const leftOut = new Set(["level", "time", "pid", "hostname", "event", "msg", "err", "remedies"]);

/**
 * A line of the log for somebody who looks on at a terminal: the time, what happened, and with what the
 * sentence does not say already. Text that is no log line is shown as it is.
 */
export function logLine(json: string): string {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(json) as Record<string, unknown>;
  } catch {
    return `${oneLine(json.trimEnd())}\n`;
  }
  const { level, time, msg, err } = fields;
  const clock = new Date(String(time)).toTimeString().slice(0, 8);
  const happened = `${levels[String(level)] ?? ""}${String(msg ?? "")}`;
  const details = Object.entries(fields)
    .filter(
      ([name, value]) => !leftOut.has(name) && !(name === "reason" && isSaid(value, happened)),
    )
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const reason = err instanceof Object && "message" in err ? String(err.message) : "";
  const text = [
    happened,
    ...remediesOf(fields),
    ...details,
    isSaid(reason, happened) ? "" : `(${reason})`,
  ];
  return `${clock} ${oneLine(text.filter((part) => part !== "").join("  "))}\n`;
}

function isSaid(value: unknown, happened: string): boolean {
  return typeof value === "string" && happened.includes(value);
}

/** What can be done about it, as commands; nothing where a line of another version says it otherwise. */
function remediesOf({ remedies }: Record<string, unknown>): string[] {
  const read = z.array(remedyView).safeParse(remedies);
  return read.success ? read.data.map(remedyCommand) : [];
}
