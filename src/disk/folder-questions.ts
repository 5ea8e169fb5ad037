import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/** How long a folder may take to answer, in milliseconds: a busy server takes less, a mount that hangs longer. */
const answerWithinMs = 5_000;

/**
 * Asks folders whether they can be looked at, before anything is done in them that would hold up the whole
 * program: a mount whose server is gone answers nothing, and neither an error nor a signal ends the wait. Each
 * folder is asked one question at a time, since a question that is not answered takes a thread for good.
 */
export class FolderQuestions {
  readonly #ask: (folder: string) => Promise<unknown>;
  readonly #asked = new Map<string, Promise<true>>();

  constructor(ask: (folder: string) => Promise<unknown> = stat) {
    this.#ask = ask;
  }

  /** Whether the folder answers in time, be it with an error. */
  async answers(folder: string, withinMs = answerWithinMs): Promise<boolean> {
    const asked = this.#asked.get(folder) ?? this.#begin(folder);
    const waited = new AbortController();
    const late = setTimeout(withinMs, false, { signal: waited.signal }).catch(() => false);
    try {
      return await Promise.race([asked, late]);
    } finally {
      waited.abort();
    }
  }

  #begin(folder: string): Promise<true> {
    const answered = () => {
      this.#asked.delete(folder);
      return true as const;
    };
    const asked = this.#ask(folder).then(answered, answered);
    this.#asked.set(folder, asked);
    return asked;
  }
}

/** The questions of this program. */
export const folderQuestions = new FolderQuestions();
