import type { Document } from "../../core/file/document.ts";
import { hasError } from "../../core/file/problem.ts";
import { escapedJson, jsonText } from "../../core/text/json-text.ts";
import { documentJson } from "../../formats/document-json.ts";
import { parseKeepingNumbers } from "../../formats/json-event/text/kept-numbers.ts";
import { readDocument } from "../../formats/recognise.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { fileBytes, UnreadableFile } from "../file/file-bytes.ts";
import { type Output, visible } from "../output.ts";
import { catalogueOf } from "./catalogue.ts";

/**
 * `busbar flow read FILE`: the whole file as one JSON object, wrong ones too. Fails when it or one of its
 * messages has an error, as `flow check` does.
 */
export async function flowRead(
  context: CommandContext,
  path: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output, say } = context;
  const catalogue = await catalogueOf(context);
  const document = readDocument(await bytesOf(path), catalogue, { whole: true });
  if (options.json) await print(output, document);
  else {
    const whole = parseKeepingNumbers([...documentJson(document)].join(""));
    await output.line(jsonText(whole, 2));
  }
  const errors = errorsIn(document);
  if (errors === 0) return exitCode.good;
  say(
    `busbar: ${visible(path)} has ${counted(errors, "error")}, given under "problems"; flow write refuses it as it is. \`busbar flow check\` lists them`,
  );
  return exitCode.failed;
}

function errorsIn({ problems, items }: Document): number {
  const all = [...problems, ...items.flatMap((message) => message.problems)];
  return all.filter((one) => hasError([one])).length;
}

/** In pieces: a large file's text may be longer than one string can be. */
async function print(output: Output, document: Document): Promise<void> {
  for (const piece of documentJson(document)) {
    if (output.closed) return;
    await output.text(escapedJson(piece));
  }
  await output.line();
}

/** The bytes; a failure that names the file when there are none. */
export async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await fileBytes(path);
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new CommandFailure(`${visible(path)} was not read: ${error.message}`);
    throw error;
  }
}
