import type { MessageRecord } from "../../../core/file/file.ts";

/** The messages of files. */
export interface MessageStore {
  /** Null when there is no message of that number. */
  get(id: number): Promise<MessageRecord | null>;
  /**
   * The messages of a file, in the order of their lines. `after`: only those behind this line; `limit`: at most so
   * many, the first.
   */
  list(
    file: number,
    part?: { readonly after?: number; readonly limit?: number },
  ): AsyncIterable<MessageRecord>;
}
