import { join } from "node:path";
import {
  type Environment,
  readSecret as readSource,
  type SecretSource,
} from "../../../config/secret-source.ts";
import { SftpError } from "../sftp-error.ts";

/**
 * Reads a secret, whatever it is kept in; one final newline is not part of it. `what` names it in the
 * error, e.g. `the key`. Throws `SftpError` with what to do; the secret itself is in no message.
 */
export function readSecretText(
  what: string,
  source: SecretSource,
  environment: Environment = process.env,
): string {
  const read = readSource(source, environment);
  if (!read.ok) throw unreadable(what, read.why);
  const text = read.bytes.toString("utf8");
  return "env" in source ? text : text.replace(/\r?\n$/, "");
}

/** The path that a source names: what it says, or what its variable holds. Used for an agent's socket. */
export function secretPath(
  what: string,
  source: SecretSource,
  environment: Environment = process.env,
): string {
  if ("file" in source) return source.file;
  if ("env" in source) return readSecretText(what, source, environment);
  const folder = environment["CREDENTIALS_DIRECTORY"];
  if (folder) return join(folder, source.credential);
  throw unreadable(
    what,
    `it is the credential ${source.credential}, and $CREDENTIALS_DIRECTORY is not set; run Busbar as a systemd service with LoadCredential=${source.credential}:PATH`,
  );
}

function unreadable(what: string, why: string): SftpError {
  return new SftpError("secret", `${what} cannot be read: ${why}`);
}
