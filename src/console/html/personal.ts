import { maskPersonal } from "../../http/access/mask-personal.ts";
import type { Who } from "../../http/access/who.ts";

/** What somebody may see of an answer: what is said of persons is a right of its own. */
export function seenBy<Answer>(who: Who, answer: Answer): Answer {
  // The masked answer has the same shape.
  return who.personal ? answer : (maskPersonal(answer) as Answer);
}
