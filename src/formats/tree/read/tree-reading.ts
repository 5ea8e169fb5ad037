import type { FileLayout } from "../../../core/file/document.ts";
import type { FlowReader, FormatFamily, ReaderOptions } from "../../family.ts";
import type { WriteDocument } from "../../writer.ts";
import { usualTreeLimits, wholeTreeLimits } from "../check/limits.ts";
import { seeLayout } from "../check/see-layout.ts";
import { definitionFor, writeTree } from "../write/write.ts";
import { type Frame, frameFor } from "./frame.ts";
import { TreeReader } from "./reader.ts";
import { Recorder } from "./recorder.ts";

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Whether it begins with the code and one of the bytes, a byte order mark and empty lines before it left aside. */
export function beginsWith(head: Uint8Array, code: string, after: readonly number[]): boolean {
  let at = byteOrderMark.every((byte, index) => head[index] === byte) ? 3 : 0;
  while (head[at] === 0x0a || head[at] === 0x0d) at += 1;
  for (let index = 0; index < code.length; index += 1)
    if (head[at + index] !== code.charCodeAt(index)) return false;
  return after.includes(head[at + code.length] ?? -1);
}

/** Opens a family's reader. `stable`: the bytes pushed stay as they are as long as messages are used. */
export type OpenTree = (
  options: ReaderOptions,
  recorder: Recorder | null,
  stable: boolean,
) => FlowReader;

/** What the frame of a family of record trees settles: how its files are recognised, read and written. */
export type TreeReading = Pick<
  FormatFamily,
  "id" | "recognises" | "open" | "openStable" | "zone" | "sequence" | "definitions" | "crlf"
> & { readonly write: WriteDocument };

/** Reading and writing of a family whose lines are read as they are in the file. */
export function plainTree(frame: Frame): TreeReading {
  const recognises = (head: Uint8Array) => beginsWith(head, frame.header, [frame.delimiter]);
  return treeReading(frame, recognises, (options, recorder, stable) => {
    const limits = recorder === null ? usualTreeLimits : wholeTreeLimits;
    return new TreeReader({ ...options, frame, limits, stable, recorder });
  });
}

/** Reading and writing of a family of record trees, whatever its lines are. */
export function treeReading(
  frame: Frame,
  recognises: (head: Uint8Array) => boolean,
  openTree: OpenTree,
): TreeReading {
  const openEither = (options: ReaderOptions, stable: boolean) =>
    options.whole === true ? openWhole(frame, options, openTree) : openTree(options, null, stable);
  const open = (options: ReaderOptions) => openEither(options, false);
  return {
    id: frame.family,
    zone: frame.zone,
    sequence: frame.row.rules.sequence,
    definitions: frame.row,
    crlf: "CRLF",
    recognises,
    open,
    openStable: (options) => openEither(options, true),
    write: (document, catalogue, sending) =>
      writeTree(
        { frame, open: (options) => openTree(options, null, true) },
        document,
        catalogue,
        sending,
      ),
  };
}

/** A reader that keeps a file whole and how it looked. */
function openWhole(frame: Frame, options: ReaderOptions, openTree: OpenTree): FlowReader {
  const recorder = new Recorder();
  const { catalogue, onMessage } = options;
  const inner = openTree(
    {
      ...options,
      onMessage: (message) => {
        recorder.messages.push(message);
        onMessage?.(message);
      },
    },
    recorder,
    false,
  );
  let layout: FileLayout = {};
  return {
    push: (bytes) => {
      recorder.bytes(bytes);
      inner.push(bytes);
    },
    end: () => {
      const outcome = inner.end();
      const { envelope } = outcome;
      const definition = envelope === null ? null : definitionFor(frame, envelope, catalogue);
      if (envelope !== null && definition !== null)
        layout = seeLayout({ frame: frameFor(frame, definition), definition, envelope, recorder });
      return outcome;
    },
    context: () => inner.context(),
    layout: () => layout,
  };
}
