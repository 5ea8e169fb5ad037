import type {
  AuditEntry,
  AuditOutcome,
  Credential,
  CredentialKind,
  LogInUser,
  Rights,
} from "../../core/access/access.ts";
import type { Slice } from "../../core/list/slice.ts";

/** A credential that is to be kept; `hash`: of its secret, in hexadecimal. */
export interface NewCredential extends Rights {
  readonly kind: CredentialKind;
  readonly name: string;
  readonly hash: string;
  readonly by: string;
  readonly endsAt: number | null;
}

/** A person who is to log in by a password; `password`: as `passwordText` makes it, never the password. */
export interface NewPerson extends Rights {
  readonly name: string;
  readonly password: string;
  readonly by: string;
}

/** Which entries of the audit are wanted; all when nothing is said. */
export interface AuditFilter extends Slice {
  readonly actor?: string;
  readonly outcome?: AuditOutcome;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** An answer to what was asked under a key; `request`: the hash of what was asked, in hexadecimal. */
export interface KeptAnswer {
  readonly request: string;
  readonly status: number;
  readonly body: string;
}

/** Who may ask over HTTP, and what they asked. */
export interface AccessStore {
  /** Keeps a credential. */
  add(credential: NewCredential): Promise<Credential>;
  /** The credential with that hash, whatever became of it; null when there is none. */
  find(hash: string): Promise<Credential | null>;
  /** Credentials of a kind that nobody ended, the oldest first. */
  credentials(kind: CredentialKind): Promise<readonly Credential[]>;
  /** Notes that one was used now, and moves its end. */
  use(given: { readonly id: number; readonly endsAt: number | null }): Promise<void>;
  /** Ends one; null when there is none that nobody ended. Only the first who ends a link gets it. */
  end(given: { readonly id: number; readonly by: string }): Promise<Credential | null>;
  /** Keeps a person, in place of one of that name, whose log-ins end. */
  setPerson(person: NewPerson): Promise<void>;
  /** A person with what their password is checked by; null when there is none of that name. */
  person(name: string): Promise<(LogInUser & { readonly password: string }) | null>;
  people(): Promise<readonly LogInUser[]>;
  /** Takes a person off, and ends their log-ins; false when there is none of that name. */
  removePerson(given: { readonly name: string; readonly by: string }): Promise<boolean>;
  /** Keeps the answer to what somebody asked under a key, for a week. */
  keepAnswer(given: KeptAnswer & { readonly actor: string; readonly key: string }): Promise<void>;
  /** The answer to what somebody asked under a key; null when there is none, or its week is over. */
  keptAnswer(of: { readonly actor: string; readonly key: string }): Promise<KeptAnswer | null>;
  /** Keeps what was asked; nothing that is kept is ever changed. */
  note(entry: Omit<AuditEntry, "id" | "at">): Promise<void>;
  /** What was asked, in the order it was. */
  audit(filter?: AuditFilter): AsyncIterable<AuditEntry>;
}
