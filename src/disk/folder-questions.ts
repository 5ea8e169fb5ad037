import { stat } from "node:fs/promises";

/** How long a folder may take to answer, in milliseconds: a busy server takes less, a mount that hangs longer. */
const answerWithinMs = 5_000;

/** An answer counts for so long, in milliseconds: what is done in a folder is many small things one after the other. */
const countsForMs = 50;

/**
 * Asks folders whether they can be looked at, before anything is done in them that would hold up the whole
 * program: a mount whose server is gone answers nothing, and neither an error nor a signal ends the wait. Each
 * folder is asked one question at a time, since a question that is not answered takes a thread for good.
 */
export class FolderQuestions {
  readonly #ask: (folder: string) => Promise<unknown>;
  readonly #asked = new Map<string, Promise<true>>();
  readonly #answeredAt = new Map<string, number>();

  constructor(ask: (folder: string) => Promise<unknown> = stat) {
    this.#ask = ask;
  }

  /** Whether the folder answers in time, be it with an error. */
  async answers(folder: string, withinMs = answerWithinMs): Promise<boolean> {
    const answeredAt = this.#answeredAt.get(folder) ?? Number.NEGATIVE_INFINITY;
    if (performance.now() - answeredAt < countsForMs) return true;
    const asked = this.#asked.get(folder) ?? this.#begin(folder);
    const late = Promise.withResolvers<false>();
    const timer = setTimeout(() => late.resolve(false), withinMs);
    try {
      return await Promise.race([asked, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  #begin(folder: string): Promise<true> {
    const answered = () => {
      this.#asked.delete(folder);
      this.#answeredAt.set(folder, performance.now());
      return true as const;
    };
    const asked = this.#ask(folder).then(answered, answered);
    this.#asked.set(folder, asked);
    return asked;
  }
}

/** The questions of this program. */
export const folderQuestions = new FolderQuestions();
