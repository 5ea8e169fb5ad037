/** What somebody may do: read; act on files, processes and channels; and manage who may. Each includes the one before. */
export const roles = ["viewer", "operator", "admin"] as const;

/** A role. */
export type Role = (typeof roles)[number];

/** Whether a role includes another. */
export function includes(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** What somebody was given leave to do. */
export interface Rights {
  readonly role: Role;
  /** Whether they may see personal data: a right of its own. */
  readonly personal: boolean;
}

/** A token of a program, the session of a log-in, or a link that logs in once. */
export const credentialKinds = ["token", "session", "link"] as const;

/** A kind of credential. */
export type CredentialKind = (typeof credentialKinds)[number];

/** What shows who asks; the secret itself is nowhere but with them. */
export interface Credential extends Rights {
  readonly id: number;
  readonly kind: CredentialKind;
  /** Who it is of. */
  readonly name: string;
  /** Milliseconds since 1970, as all moments here. */
  readonly madeAt: number;
  readonly madeBy: string;
  /** When it ends automatically; null: never. */
  readonly endsAt: number | null;
  readonly usedAt: number | null;
  /** When somebody ended it, and who; null when nobody did. */
  readonly endedAt: number | null;
  readonly endedBy: string | null;
}

/** Somebody who logs in by a password. */
export interface LogInUser extends Rights {
  readonly name: string;
  readonly madeAt: number;
  readonly madeBy: string;
}

/** How what was asked ended: done, refused for want of a right or by the state of things, or failed by a fault. */
export const auditOutcomes = ["done", "refused", "failed"] as const;

/** How what was asked ended. */
export type AuditOutcome = (typeof auditOutcomes)[number];

/** What is kept of something that was asked for. */
export interface AuditEntry {
  readonly id: number;
  readonly at: number;
  /** Who asked; null where nobody knows. */
  readonly actor: string | null;
  /** The address it came from. */
  readonly address: string;
  /** What was asked, e.g. `POST /files/12/decisions`. */
  readonly act: string;
  readonly reason: string | null;
  readonly outcome: AuditOutcome;
  /** Why not, by the code of the problem; null when it was done. */
  readonly code: string | null;
  /** Names the request in answers and in the log. */
  readonly request: string;
}
