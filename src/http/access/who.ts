import type { Rights } from "../../core/access/access.ts";

/** Who asks, as log-in or token says; the actor of what they do. */
export interface Who extends Rights {
  readonly name: string;
  /** How they showed who they are: a program by its token, a browser by the session of a log-in. */
  readonly by: "token" | "session";
}
