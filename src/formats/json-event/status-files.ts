import type { AnswerFlow } from "../family.ts";
import { problem } from "../problem-log.ts";

/** Status files: what became of each message of half-hourly settlement that one file brought. */
export const statusFiles: AnswerFlow = {
  flow: "MHHS-STATUS",
  isOurs: true,
  write: ([first, ...others], { lineEnd, finalNewline }) => {
    if (first === undefined || others.length > 0) {
      const say =
        "A status file tells of one file that was received; Busbar makes it automatically.";
      return { ok: false, problems: [problem("MESSAGE_COUNT", { line: null }, say)] };
    }
    const text = `${JSON.stringify(first, null, 2)}${finalNewline ? "\n" : ""}`;
    return {
      ok: true,
      bytes: Buffer.from(lineEnd === "LF" ? text : text.replaceAll("\n", "\r\n")),
    };
  },
  respond: null,
};
