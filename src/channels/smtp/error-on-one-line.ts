import { errorMessage } from "../../runtime/error-message.ts";

/** What an error says, on one line: answers of servers may have several. */
export function errorOnOneLine(error: unknown): string {
  return errorMessage(error).replaceAll(/\s*[\r\n]+\s*/g, " ");
}
