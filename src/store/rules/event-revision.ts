import type { EventRecord } from "../../core/event/event.ts";
import type { FileState } from "../../core/file/file.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";

/** What prevents taking back the void of an event. */
export interface BesideVoid {
  /** State of the file that brought it; undefined when none did. */
  readonly fileState: FileState | undefined;
  /** The event that its message counts as now; undefined when it counts as none. */
  readonly elsewhere: { readonly seq: number; readonly key: string } | undefined;
}

/** That an event is void already. */
export function alreadyVoid(seq: number): RefusedError {
  return refusal("ALREADY_VOID", `Event ${seq} is void already; there is nothing to do.`);
}

/** Why the void of an event is not taken back; null when it is. */
export function whyNoUnvoid(
  { seq, file, void: isVoid }: Pick<EventRecord, "seq" | "file" | "void">,
  { fileState, elsewhere }: BesideVoid,
): RefusedError | null {
  if (isVoid !== true)
    return refusal("NOT_VOID", `Event ${seq} is not void: there is nothing to take back.`);
  if (file !== null && fileState !== "recorded")
    return refusal(
      "FILE_WITHDRAWN",
      `File ${file}, which brought event ${seq}, was withdrawn: another is active in its place. Void the events of that one first, or take the file in again.`,
    );
  if (elsewhere === undefined) return null;
  return refusal(
    "EVENT_MOVED",
    `The message of event ${seq} counts as event ${elsewhere.seq} on ${elsewhere.key} now. Void that one first.`,
  );
}

type WithData = Pick<EventRecord, "data" | "schemaVersion">;

/** Why an event is not given other data; null when it is. */
export function whyNoCorrection(
  { seq, data, schemaVersion }: WithData & Pick<EventRecord, "seq">,
  given: WithData,
): RefusedError | null {
  if (data !== given.data || schemaVersion !== given.schemaVersion) return null;
  return refusal("SAME_DATA", `Event ${seq} has that very data: there is nothing to correct.`);
}

function refusal(code: string, sentence: string): RefusedError {
  return new RefusedError("conflict", sentence, { code });
}
