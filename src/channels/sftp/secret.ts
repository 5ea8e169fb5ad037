import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SecretSource } from "../../config/sftp-server.ts";
import { errorCode, errorText } from "../channel-error.ts";
import { SftpError } from "./sftp-error.ts";

/** The environment as secrets are looked up in it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a secret, whatever it is kept in; one final newline is not part of it. `what` names it in the
 * error, e.g. `the key`. Throws `SftpError` with what to do; the secret itself is in no message.
 */
export function readSecret(
  what: string,
  source: SecretSource,
  environment: Environment = process.env,
): string {
  if ("env" in source) {
    const value = environment[source.env];
    if (value) return value;
    throw unreadable(what, `the environment variable ${source.env} is not set; set it for Busbar`);
  }
  return readSecretFile(what, secretPath(what, source, environment)).replace(/\r?\n$/, "");
}

/** The path that a source names: what it says, or what its variable holds. Used for an agent's socket. */
export function secretPath(
  what: string,
  source: SecretSource,
  environment: Environment = process.env,
): string {
  if ("file" in source) return source.file;
  if ("env" in source) return readSecret(what, source, environment);
  const folder = environment["CREDENTIALS_DIRECTORY"];
  if (folder) return join(folder, source.credential);
  throw unreadable(
    what,
    `it is the credential ${source.credential}, and $CREDENTIALS_DIRECTORY is not set; run Busbar as a systemd service with LoadCredential=${source.credential}:PATH`,
  );
}

function readSecretFile(what: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") throw unreadable(what, `there is no file ${path}`, error);
    if (code === "EACCES" || code === "EPERM")
      throw unreadable(what, `the user that runs Busbar may not read ${path}`, error);
    throw unreadable(what, errorText(error), error);
  }
}

function unreadable(what: string, why: string, cause?: unknown): SftpError {
  return new SftpError("secret", `${what} cannot be read: ${why}`, { cause });
}
