import { setImmediate } from "node:timers/promises";
import type { ClaimedFile } from "../../channels/folder/claim.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { RecordingContext } from "../channel/context.ts";
import { type ArrivalReading, type FileToRead, readFile } from "./read-file.ts";

/** Bytes parsed before other work gets a turn. */
const bytesPerTurn = 4 << 20;

/** A claimed file as readers take it. */
export function toRead(channel: string, file: ClaimedFile): FileToRead {
  return { ...file, channel, name: file.name.text };
}

/** Reads claimed files one after the other. Whatever is wrong with one of them, the others are read. */
export async function readAll(
  context: RecordingContext,
  channel: string,
  files: readonly ClaimedFile[],
): Promise<Map<ClaimedFile, ArrivalReading>> {
  const readings = new Map<ClaimedFile, ArrivalReading>();
  let bytes = 0;
  for (const file of files) {
    const reading = readOne(context, toRead(channel, file));
    if (reading.kind === "read") bytes += reading.file.sizeBytes;
    if (bytes > bytesPerTurn) {
      bytes = 0;
      await setImmediate();
    }
    readings.set(file, reading);
  }
  return readings;
}

function readOne(context: RecordingContext, file: FileToRead): ArrivalReading {
  try {
    return readFile(context, file);
  } catch (error) {
    return { kind: "unreadable", reason: `it could not be read: ${errorMessage(error)}` };
  }
}
