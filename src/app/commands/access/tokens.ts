import type { Credential, Rights } from "../../../core/access/access.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { whoAsks } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { newSecret, secretHash } from "./secret.ts";

/** Whom a credential is for, and when it ends automatically; null: never. */
export interface NewTokenInput extends Rights {
  readonly name: string;
  readonly endsAt: number | null;
}

/** A credential with its secret, of which people are notified this once. */
export interface MadeCredential {
  readonly credential: Credential;
  readonly secret: string;
}

/** Makes a token for a program. */
export async function addToken(
  { store }: Pick<OpenInstallation, "store">,
  { name, ...rest }: NewTokenInput,
  by: string,
): Promise<MadeCredential> {
  const secret = newSecret("bb_");
  const kept = { kind: "token", name: nameGiven(name), hash: secretHash(secret) } as const;
  return { credential: await store.access.add({ ...rest, ...kept, by: whoAsks(by) }), secret };
}

/** A link holds so long, in milliseconds. */
const linkMs = 10 * 60_000;

/** Makes the code of a link that logs in once, soon. */
export async function addLoginLink(
  { store, clock }: Pick<OpenInstallation, "store" | "clock">,
  { name, ...rights }: Rights & { readonly name: string },
  by: string,
): Promise<MadeCredential> {
  const secret = newSecret();
  const kept = { kind: "link", name: nameGiven(name), hash: secretHash(secret) } as const;
  const endsAt = clock.wall() + linkMs;
  return {
    credential: await store.access.add({ ...rights, ...kept, endsAt, by: whoAsks(by) }),
    secret,
  };
}

/** Ends a token. Rejects with a refusal when there is none of that number, or it is revoked already. */
export async function revokeToken(
  { store }: Pick<OpenInstallation, "store">,
  { token }: { readonly token: number },
  by: string,
): Promise<Credential> {
  const who = whoAsks(by);
  const known = (await store.access.credentials("token")).some(({ id }) => id === token);
  const ended = known ? await store.access.end({ id: token, by: who }) : null;
  if (ended === null)
    throw new RefusedError("not-found", `There is no token ${token}, or it is revoked already`, {
      about: `token ${token}`,
    });
  return ended;
}

const longestName = 64;

/** A name as it is kept with what its bearer does. Throws a refusal. */
export function nameGiven(text: string): string {
  const name = text.trim();
  if (name !== "" && name.length <= longestName && !/\p{Cc}/u.test(name)) return name;
  throw new RefusedError(
    "invalid",
    `"${name.slice(0, longestName)}" is no name; give one of 1 to ${longestName} characters on one line`,
    { about: "name" },
  );
}
