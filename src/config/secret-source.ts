import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { text } from "./setting-types.ts";

/** Where a secret is read from, at the moment it is needed. It is never in the configuration itself. */
export type SecretSource =
  /** Path of a file; absolute once the configuration is loaded. */
  | { readonly file: string }
  /** Name of an environment variable. */
  | { readonly env: string }
  /** Name of a systemd credential, a file in `$CREDENTIALS_DIRECTORY`. */
  | { readonly credential: string };

/** Said in errors about a secret that is in the configuration in clear or cannot be read. */
const expected =
  "where it is kept: { file: PATH }, { env: VARIABLE } or { credential: NAME }; a secret is never in this file itself";

const word = text(expected);

/** A secret as `busbar.yaml` names it. Given in clear it is refused, and not repeated in the message. */
export const secretSource = z.union(
  [
    z.strictObject({ file: word }),
    z.strictObject({ env: word }),
    z.strictObject({
      credential: word.regex(/^[^/]+$/, { error: "the name of a credential, without /" }),
    }),
  ],
  { error: expected },
);

/** The source with an absolute path, from the configuration's folder. */
export function resolveSecret(source: SecretSource, folder: string): SecretSource {
  return "file" in source ? { file: resolve(folder, source.file) } : source;
}

/** Where a secret is kept, for people: `the file /etc/busbar/key`. */
export function sourceText(source: SecretSource): string {
  if ("file" in source) return `the file ${source.file}`;
  return "env" in source ? `the variable ${source.env}` : `the credential ${source.credential}`;
}

/** The environment as secrets are looked up in it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The bytes of a secret, or why they cannot be had, as the end of a sentence; the secret is in no message. */
export type ReadSecret =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly why: string };

/** Reads a secret, wherever it is kept. */
export function readSecret(
  source: SecretSource,
  environment: Environment = process.env,
): ReadSecret {
  if ("env" in source) {
    const value = environment[source.env];
    if (value) return { ok: true, bytes: Buffer.from(value) };
    return refused(`the environment variable ${source.env} is not set; set it for Busbar`);
  }
  if ("file" in source) return readSecretFile(source.file);
  const folder = environment["CREDENTIALS_DIRECTORY"];
  if (folder) return readSecretFile(join(folder, source.credential));
  return refused(
    `it is the credential ${source.credential}, and $CREDENTIALS_DIRECTORY is not set; run Busbar as a systemd service with LoadCredential=${source.credential}:PATH`,
  );
}

function readSecretFile(path: string): ReadSecret {
  try {
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") return refused(`there is no file ${path}`);
    if (code === "EACCES" || code === "EPERM")
      return refused(`the user that runs Busbar may not read ${path}`);
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function refused(why: string): ReadSecret {
  return { ok: false, why };
}

/** What a secret is kept in, for people; never the secret. */
export function secretName(source: SecretSource): string {
  if ("file" in source) return source.file;
  return "env" in source ? `$${source.env}` : `credential ${source.credential}`;
}
