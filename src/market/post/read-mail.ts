import type { Catalogue } from "../../catalogue/definition.ts";
import type { GroupData } from "../../core/file/document.ts";
import { readDocument } from "../../formats/recognise.ts";
import type { ReceivedLetter } from "./letter.ts";
import type { MailFile } from "./mailbox.ts";

/** The messages of a file that the installation put down. Throws for one with an error: what it sends has to be right. */
export function* readMail(
  { name, bytes }: MailFile,
  catalogue: Catalogue,
): Generator<ReceivedLetter> {
  const { envelope, items, problems } = readDocument(bytes, catalogue);
  const wrong = [...problems, ...items.flatMap((item) => item.problems)].find(
    ({ severity }) => severity === "error",
  );
  if (envelope === null || wrong !== undefined)
    throw new Error(`${name} cannot be read: ${wrong?.message ?? "it has no header"}`);
  for (const [index, item] of items.entries()) {
    const data = JSON.parse(item.json()) as GroupData;
    const about = item.subject?.key ?? "";
    const { from, to, flow } = envelope;
    yield { from, to, flow, about, data, file: name, place: index + 1 };
  }
}
