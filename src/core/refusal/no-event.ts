import { advice } from "../stuck/remedy.ts";
import { RefusedError } from "./refused-error.ts";

/** That there is no such event. */
export function noEvent(seq: number): RefusedError {
  return new RefusedError("not-found", `There is no event ${seq}`, {
    code: "NO_EVENT",
    about: `event ${seq}`,
    remedy: advice("`{}` shows those there are", { remedy: "list", of: "event" }),
  });
}
