import type { GroupData } from "../../core/file/document.ts";
import { problem } from "../../formats/problem-log.ts";
import type { Written } from "../../formats/writer.ts";

/** Writes a status file of the one status that it holds. */
export function writeStatus(
  messages: readonly { readonly data: GroupData }[],
  { lineEnd, finalNewline }: { readonly lineEnd: "LF" | "CRLF"; readonly finalNewline: boolean },
): Written {
  const [first, ...others] = messages;
  if (first === undefined || others.length > 0) {
    const say = "A status file tells of one file that was received; Busbar makes it by itself.";
    return { ok: false, problems: [problem("MESSAGE_COUNT", { line: null }, say)] };
  }
  const text = `${JSON.stringify(first.data, null, 2)}${finalNewline ? "\n" : ""}`;
  return { ok: true, bytes: Buffer.from(lineEnd === "LF" ? text : text.replaceAll("\n", "\r\n")) };
}
