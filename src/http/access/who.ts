/** What somebody may do: read; act on files, processes and channels; and manage who may. Each includes the one before. */
export const roles = ["viewer", "operator", "admin"] as const;

/** A role. */
export type Role = (typeof roles)[number];

/** Who asks, as log-in or token says; the actor of what they do. */
export interface Who {
  readonly name: string;
  readonly role: Role;
  /** Whether they may see what is said of persons: a right of its own. */
  readonly personal: boolean;
  /** How they showed who they are: a program by its token, a browser by the session of a log-in. */
  readonly by: "token" | "session";
}

/** Whether a role includes another. */
export function includes(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
