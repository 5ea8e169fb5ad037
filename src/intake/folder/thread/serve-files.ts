import { pathIn } from "../../../channels/folder/disk-name.ts";
import { errorCode } from "../../../runtime/error-message.ts";
import type { ReadingContext } from "../../file/read-file.ts";
import { type ClaimFiles, claimFilesHere } from "../claim-files.ts";
import type { SourceRead } from "../settle.ts";
import { readingsTable } from "./readings-table.ts";
import { diskNames, readyFiles, signatureFrom } from "./ready-table.ts";
import type { FileAnswer, FileRequest, SourceTable } from "./requests.ts";

/** Where requests come from and answers go to. */
export interface RequestPort {
  on(event: "message", heard: (request: FileRequest) => void): unknown;
  postMessage(answer: FileAnswer, handedOver: ArrayBuffer[]): void;
}

/** Does what the thread of the store asks of the one for files. Each request is answered, whatever happens. */
export function serveFiles(context: ReadingContext, port: RequestPort): void {
  // Where it dies is for the thread of the store to say: it learns of every step from the answer.
  const files = claimFilesHere({ ...context, onStep: () => {} });
  port.on("message", (request) => {
    void answerTo(files, request).then((answer) => {
      port.postMessage(answer, answer.kind === "taken" ? [answer.readings.bytes.buffer] : []);
    });
  });
}

async function answerTo(files: ClaimFiles, request: FileRequest): Promise<FileAnswer> {
  try {
    return await (request.kind === "take" ? taken(files, request) : archived(files, request));
  } catch (error) {
    const said = error instanceof Error ? error : new Error(String(error));
    return { number: request.number, kind: "failed", error: said, code: errorCode(error) };
  }
}

async function taken(
  files: ClaimFiles,
  { number, channel, id, files: table }: Extract<FileRequest, { readonly kind: "take" }>,
): Promise<FileAnswer> {
  const ready = readyFiles(table);
  const places = new Map(ready.map(({ name }, at) => [name, at]));
  const place = (of: { readonly name: (typeof ready)[number]["name"] }) => places.get(of.name) ?? 0;
  const { claim, failures, readings } = await files.take(channel, id, ready);
  return {
    number,
    kind: "taken",
    claimed: Uint32Array.from(claim.files, place),
    failures: failures.map((failure) => ({ at: place(failure), reason: failure.reason })),
    readings: readingsTable(readings.values()),
  };
}

async function archived(
  files: ClaimFiles,
  { number, channel, id, sources }: Extract<FileRequest, { readonly kind: "archive" }>,
): Promise<FileAnswer> {
  const folder = `${channel.work}/${id}`;
  const fates = await files.archive(channel, id, sourcesIn(folder, sources));
  return { number, kind: "archived", fates };
}

function sourcesIn(
  folder: string,
  { names, hashes, signatures, refused }: SourceTable,
): SourceRead[] {
  return diskNames(names).map((name, at) => {
    const own = signatures?.subarray(at * 4, at * 4 + 4);
    const signature = own === undefined ? null : signatureFrom([...own]);
    return {
      file: { name, path: pathIn(folder, name) },
      read: { signature, hash: hashes[at] ?? "" },
      isRefused: refused.has(at),
    };
  });
}
