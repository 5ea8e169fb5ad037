import { CommandFailure, exitCode } from "../failure.ts";
import { fileBytes, UnreadableFile } from "../file/file-bytes.ts";

/**
 * The value of `--data`: JSON as it is, `@FILE` for what a file holds, `-` for standard input.
 * Throws a failure of usage when it is not JSON or cannot be read.
 */
export async function dataArgument(text: string): Promise<unknown> {
  const json = await jsonText(text.trim());
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CommandFailure(`--data is not JSON: ${error.message}`, exitCode.usage);
  }
}

async function jsonText(text: string): Promise<string> {
  if (text !== "-" && !text.startsWith("@")) return text;
  const path = text === "-" ? text : text.slice(1);
  try {
    return (await fileBytes(path)).toString("utf8");
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new CommandFailure(`--data ${path}: ${error.message}`, exitCode.usage);
  }
}
