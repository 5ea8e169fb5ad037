import type { JudgedOutcome, Message } from "../../../core/file/document.ts";
import type { Arrival, Recorded } from "./file-store.ts";

/** Recording a file too large to be kept in memory: begin, add its messages in pieces, finish. */
export interface LargeFileStore {
  /**
   * Starts a large file whose bytes are already in the blob folder under their hash. When it is a
   * duplicate or rejected, it is settled at once and takes no messages. Otherwise it is `recording`
   * until `finish` says whether it is active or is in conflict. What an earlier try at the same
   * arrival left is dropped first.
   */
  begin(given: { readonly file: Arrival; readonly outcome: JudgedOutcome }): Promise<Recorded>;
  /** Adds messages to a large file; nothing is routed before `finish`. */
  add(given: { readonly file: number; readonly messages: readonly Message[] }): Promise<void>;
  /** Makes a large file active, in one transaction. */
  finish(file: number): Promise<Recorded>;
}
