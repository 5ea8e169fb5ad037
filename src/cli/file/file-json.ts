import type { FileRecord } from "../../core/file/file.ts";
import { isoTime } from "../print/local-time.ts";

/** A file as programs get it: as the store knows it, with times in UTC and the flow at hand. */
export function fileJson(file: FileRecord): object {
  const { id, name, state, envelope, ...rest } = file;
  return {
    id,
    name,
    state,
    flow: envelope?.flow ?? null,
    version: envelope?.version ?? null,
    ...rest,
    modifiedAt: isoTime(file.modifiedAt),
    seenAt: isoTime(file.seenAt),
    recordedAt: isoTime(file.recordedAt),
    occurredAt: isoTime(file.occurredAt),
    decisions: file.decisions.map((made) => ({ ...made, at: isoTime(made.at) })),
    envelope,
  };
}
