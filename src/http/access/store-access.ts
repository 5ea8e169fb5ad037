import { fitsPassword, passwordText } from "../../app/commands/access/password.ts";
import { newSecret, secretHash } from "../../app/commands/access/secret.ts";
import type { Credential, CredentialKind, Rights } from "../../core/access/access.ts";
import type { Clock } from "../../runtime/clock.ts";
import type { AccessStore } from "../../store/port/access-store.ts";
import type { Access, LogInSession } from "./access.ts";
import type { Who } from "./who.ts";

/** A session ends when nothing was asked for so long, and so long after the log-in at the latest, in milliseconds. */
const idleMs = 30 * 60_000;
const longestMs = 12 * 3_600_000;

/** That a credential was used is noted this often. */
const noteMs = 60_000;

/** Who may ask, as the store has it. */
export function storeAccess(store: AccessStore, { wall }: Pick<Clock, "wall">): Access {
  const holding = async (secret: string, kind: CredentialKind): Promise<Credential | null> => {
    const found = await store.find(secretHash(secret));
    if (found === null || found.kind !== kind || found.endedAt !== null) return null;
    return found.endsAt !== null && found.endsAt <= wall() ? null : found;
  };
  const noteUse = async ({ id, usedAt, endsAt }: Credential, end: number | null) => {
    if (usedAt === null || wall() - usedAt >= noteMs || (endsAt ?? 0) > (end ?? 0))
      await store.use({ id, endsAt: end });
  };
  const begin = async (name: string, rights: Rights): Promise<LogInSession> => {
    const secret = newSecret();
    const { role, personal } = rights;
    const endsAt = wall() + idleMs;
    const kept = { kind: "session", hash: secretHash(secret), by: name, endsAt } as const;
    await store.add({ ...kept, name, role, personal });
    return { secret, who: whoIs({ name, role, personal }, "session"), endsAt };
  };
  return {
    ofToken: async (secret) => {
      const token = await holding(secret, "token");
      if (token === null) return null;
      await noteUse(token, token.endsAt);
      return whoIs(token, "token");
    },
    ofSession: async (secret) => {
      const session = await holding(secret, "session");
      if (session === null) return null;
      await noteUse(session, Math.min(wall() + idleMs, session.madeAt + longestMs));
      return whoIs(session, "session");
    },
    logIn: async (name, password) => {
      const person = await store.person(name);
      // A name that there is not takes as long: whoever guesses learns nothing.
      const fits = await fitsPassword(password, person?.password ?? (await decoy()));
      return fits && person !== null ? begin(person.name, person) : null;
    },
    logInByCode: async (code) => {
      const link = await holding(code, "link");
      if (link === null) return null;
      const taken = await store.end({ id: link.id, by: link.name });
      return taken === null ? null : begin(link.name, link);
    },
    logOut: async (secret) => {
      const session = await holding(secret, "session");
      if (session !== null) await store.end({ id: session.id, by: session.name });
    },
  };
}

let decoyText: Promise<string> | null = null;

/** What the password of nobody is checked by. */
function decoy(): Promise<string> {
  decoyText ??= passwordText(newSecret());
  return decoyText;
}

function whoIs({ name, role, personal }: Rights & { readonly name: string }, by: Who["by"]): Who {
  return { name, role, personal, by };
}
