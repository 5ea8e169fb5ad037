import type { Who } from "./who.ts";

/** A log-in that holds until it ends; `secret` is the browser's cookie, known to nobody else. */
export interface LogInSession {
  readonly secret: string;
  readonly who: Who;
  /** When it ends at the latest, in milliseconds since 1970. */
  readonly endsAt: number;
}

/** Who may ask: tokens of programs, and log-ins of people. */
export interface Access {
  /** Whose token this is; null when it is nobody's, ended or revoked. */
  ofToken(secret: string): Promise<Who | null>;
  /** Whose log-in this is; null when it is none, or ended. */
  ofSession(secret: string): Promise<Who | null>;
  /** Logs in by name and password; null when they do not fit. Takes as long for a name that there is not. */
  logIn(name: string, password: string): Promise<LogInSession | null>;
  /** Logs in by the code of a link that is good once; null when it is none. */
  logInByCode(code: string): Promise<LogInSession | null>;
  /** Ends a log-in. */
  logOut(secret: string): Promise<void>;
}

/** Knows nobody. */
export const knowsNobody: Access = {
  ofToken: async () => null,
  ofSession: async () => null,
  logIn: async () => null,
  logInByCode: async () => null,
  logOut: async () => {},
};
