import type { Document } from "../../core/document.ts";
import { documentJson } from "../../formats/document-json.ts";
import { readDocument } from "../../formats/read-document.ts";
import { catalogueOf } from "../catalogue.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { fileBytes, UnreadableFile } from "../file-bytes.ts";
import type { Output } from "../output.ts";
import { visible } from "../print/visible.ts";

/** `busbar flow read FILE`: the whole file as one JSON object, wrong ones too. Fails when it is of no known format. */
export async function flowRead(
  context: CommandContext,
  path: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  const catalogue = await catalogueOf(context);
  const document = readDocument(await bytesOf(path), catalogue, { whole: true });
  if (options.json) await print(output, document);
  else {
    const whole: unknown = JSON.parse([...documentJson(document)].join(""));
    await output.line(JSON.stringify(whole, null, 2));
  }
  return document.envelope === null ? exitCode.failed : exitCode.good;
}

/** In pieces: a large file's text may be longer than one string can be. */
async function print(output: Output, document: Document): Promise<void> {
  for (const piece of documentJson(document)) {
    if (output.closed) return;
    await output.text(piece);
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
