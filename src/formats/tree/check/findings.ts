import type { ProblemCode } from "../../problem-codes.ts";
import type { ProblemPlace } from "../../problem-log.ts";

/**
 * Takes what is found wrong. `say` makes the sentence, and is called only when the problem is kept;
 * `raised`: what is usually a warning is an error here.
 */
export interface TreeFindings {
  /** In the message that is open when `inMessage`, else in the file as a whole. */
  find(
    inMessage: boolean,
    code: ProblemCode,
    place: () => ProblemPlace,
    say: (raised: boolean) => string,
  ): void;
}
