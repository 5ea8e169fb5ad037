import { RefusedError } from "../../core/refusal/refused-error.ts";
import type { ChangedBy } from "../../store/port/events/revision-store.ts";

/** Who decides and why, without blanks around it. Throws a refusal when either says nothing: both are kept. */
export function whoAndWhy({ actor, reason }: ChangedBy): ChangedBy {
  if (reason.trim() === "")
    throw new RefusedError("invalid", "Say why: the reason is kept with what is decided", {
      about: "reason",
    });
  return { actor: whoAsks(actor), reason: reason.trim() };
}

/** Who asks, without blanks around it. Throws a refusal when it says nothing. */
export function whoAsks(actor: string): string {
  if (actor.trim() === "")
    throw new RefusedError("invalid", "Say who asks: the name is kept with what is decided", {
      about: "actor",
    });
  return actor.trim();
}
