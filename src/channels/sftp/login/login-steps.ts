import type { AuthenticationType, ConnectConfig } from "ssh2";

/** What we get in with, as the library takes it. */
export type Credentials = Pick<ConnectConfig, "privateKey" | "passphrase" | "password" | "agent">;

const words = {
  password: "the password",
  publickey: "the key",
  agent: "the agent's keys",
  "keyboard-interactive": "the password as an answer to its question",
} as const;

/** A way of getting in that we may have something for. */
type Way = keyof typeof words;

/** What the protocol calls a way: an agent's keys are keys. */
function methodOf(way: Way): AuthenticationType {
  return way === "agent" ? "publickey" : way;
}

/**
 * Chooses how to get in, step by step: of what the server would take next, what we have and has not been
 * tried. After a partial success (a server may want the key and then the password) what was refused
 * before is tried again, since its turn may only have come now. Remembers what came of each, for words.
 */
export class LoginSteps {
  readonly #ours: readonly Way[];
  readonly #accepted: Way[] = [];
  readonly #refused: Way[] = [];
  #offered: readonly string[] = [];
  #last: Way | "none" | null = null;

  constructor({ privateKey, password, agent }: Credentials) {
    const ours: (Way | null)[] = [
      password === undefined ? null : "password",
      privateKey === undefined ? null : "publickey",
      agent === undefined ? null : "agent",
      password === undefined ? null : "keyboard-interactive",
    ];
    this.#ours = ours.filter((way) => way !== null);
  }

  /** The next way to try; false when nothing is left. `offered` is null before the first answer. */
  next(offered: readonly string[] | null, isPartial: boolean | null): AuthenticationType | false {
    if (offered === null) {
      this.#last = "none";
      return "none";
    }
    this.#note(offered, isPartial === true);
    this.#offered = offered;
    // What the server answered to the last of an agent's keys the library keeps to itself.
    const isOld = this.#last === "agent";
    const way = this.#ours.find(
      (one) =>
        (isOld || offered.includes(methodOf(one))) &&
        !this.#accepted.includes(one) &&
        !this.#refused.includes(one),
    );
    this.#last = way ?? null;
    return way ?? false;
  }

  /** Whether the server was asked for anything yet. */
  get hasBegun(): boolean {
    return this.#last !== null || this.#offered.length > 0;
  }

  /** What became of the tries, e.g. `it accepted the key and refused the password`. */
  get said(): string {
    const accepted = this.#accepted.map((way) => words[way]).join(" and ");
    const refused = this.#refused.map((way) => words[way]).join(" and ");
    const wanted = this.#wanted();
    const parts = [
      accepted && `accepted ${accepted}`,
      refused && `refused ${refused}`,
      wanted && `wants ${wanted}`,
    ];
    const told = parts.filter(Boolean);
    return told.length === 0 ? "it offers no way in that Busbar has" : `it ${told.join(" and ")}`;
  }

  /** What the server would take that we have not got; empty when that is nothing. */
  #wanted(): string {
    const has = (method: string) => this.#ours.some((way) => methodOf(way) === method);
    const missing = this.#offered.filter((method) => !has(method));
    const isStuck = this.#refused.length === 0;
    if (!isStuck || missing.length === 0) return "";
    const named = missing.map((method) => settings[method] ?? method);
    return `${[...new Set(named)].join(" or ")}${this.#accepted.length > 0 ? " as well" : ""}`;
  }

  /**
   * A key that can be signed for in two ways is shown twice by the library, so that its success is only
   * seen in the server's no longer asking for a key.
   */
  #note(offered: readonly string[], isPartial: boolean): void {
    const last = this.#last;
    if (last === null || last === "none") return;
    const method = methodOf(last);
    const wasAsked = this.#offered.includes(method) && !offered.includes(method);
    if (!isPartial && !(method === "publickey" && wasAsked && offered.length > 0)) {
      this.#refused.push(last);
      return;
    }
    this.#accepted.push(last);
    this.#refused.length = 0;
  }
}

/** What the server would take, with the setting that gives it. */
const settings: Readonly<Record<string, string>> = {
  password: 'a password ("password")',
  publickey: 'a key ("key" or "agent")',
  "keyboard-interactive": 'a password ("password")',
};
