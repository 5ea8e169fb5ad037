import { oneLine } from "./visible.ts";

const levels: Readonly<Record<number, string>> = { 40: "warning: ", 50: "error: ", 60: "error: " };

/** Fields of every log line that say nothing to somebody who looks at it as it is written. */
const leftOut = new Set(["level", "time", "pid", "hostname", "msg", "err"]);

/**
 * A line of the log for somebody who looks on at a terminal: the time, what happened, and with what.
 * Text that is no log line is shown as it is.
 */
export function logLine(json: string): string {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(json) as Record<string, unknown>;
  } catch {
    return `${oneLine(json.trimEnd())}\n`;
  }
  const { level, time, msg, err } = fields;
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const details = Object.entries(fields)
    .filter(([name]) => !leftOut.has(name))
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const happened = `${levels[Number(level)] ?? ""}${String(msg ?? "")}`;
  const reason = err instanceof Object && "message" in err ? String(err.message) : "";
  const text = [happened, ...details, happened.includes(reason) ? "" : `(${reason})`];
  return `${clock} ${oneLine(text.filter((part) => part !== "").join("  "))}\n`;
}
