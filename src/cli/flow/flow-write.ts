import { readDocumentJson } from "../../formats/document-json.ts";
import { writeDocument } from "../../formats/write-document.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { problemLines } from "../file/taken-in.ts";
import { oneLine } from "../output.ts";
import { catalogueOf } from "./catalogue.ts";
import { bytesOf } from "./flow-read.ts";

/** Most reasons that are reported. */
const told = 50;

/** `busbar flow write [FILE]`: the bytes that a document in JSON stands for; nothing at all when it cannot be written. */
export async function flowWrite(context: CommandContext, path: string): Promise<ExitCode> {
  const { output, say } = context;
  const read = readDocumentJson((await bytesOf(path)).toString("utf8"));
  if (!read.ok) {
    const reasons = read.reasons.slice(0, told).map((reason) => `\n    ${oneLine(reason)}`);
    throw new CommandFailure(`that is no document that can be written:${reasons.join("")}`);
  }
  const written = writeDocument(read.document, await catalogueOf(context));
  if (written.ok) {
    await output.bytes(written.bytes);
    return exitCode.good;
  }
  say("busbar: the document cannot be written:");
  const elsewhere = "correct these first";
  for (const line of problemLines(written.problems, { indent: "    ", limit: told, elsewhere }))
    say(line);
  return exitCode.failed;
}
