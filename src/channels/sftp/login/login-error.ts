import type { SftpServer } from "../../../config/channel/sftp-server.ts";
import { sourceText } from "../../../config/secret-source.ts";
import { errorMessage } from "../../../runtime/error-message.ts";
import { isHungUp } from "../../channel-error.ts";
import { SftpError } from "../sftp-error.ts";
import type { Credentials, LoginSteps } from "./login-steps.ts";
import { hungUp, tooLate } from "./open-socket.ts";

/** Why a login came to nothing, in words that end with what to do. */
export function loginError(
  server: SftpServer,
  name: string,
  error: unknown,
  late: boolean,
  steps: LoginSteps,
  { privateKey }: Credentials,
): SftpError {
  if (late) return tooLate(server, name, steps.hasBegun ? "login" : "greeting");
  const level = error instanceof Error && "level" in error ? error.level : null;
  const text = errorMessage(error);
  if (level === "client-authentication") {
    return new SftpError(
      "login",
      `${name} does not let "${server.user}" in: ${steps.said}. Ask the partner which key or password it has for this user.`,
      { cause: error },
    );
  }
  if (text.includes("privateKey")) {
    const where = server.key === null ? "" : `, ${sourceText(server.key)},`;
    return new SftpError(
      "secret",
      `the key for ${name}${where} cannot be used: ${sayKey(text, String(privateKey))}`,
      {
        cause: error,
      },
    );
  }
  if (level === "handshake" || text.includes("no matching")) {
    return new SftpError(
      "protocol",
      `${name} and Busbar find no common ground: ${text}. A server that knows only old algorithms needs "oldAlgorithms".`,
      { cause: error },
    );
  }
  const why = isHungUp(error) ? hungUp : text;
  return new SftpError("unreachable", `${name}: no connection came about: ${why}`, {
    cause: error,
  });
}

const exported =
  'export it as an OpenSSH key with PuTTYgen ("Conversions"), or by `puttygen KEY -O private-openssh -o NEW`';

/** What the library says of a private key, with what it has to be. */
function sayKey(text: string, key: string): string {
  const kinds = "an OpenSSH or PEM private key, the file without .pub";
  if (/no passphrase given/i.test(text))
    return 'it is encrypted; say with "passphrase" where its passphrase is';
  if (/integrity check failed|bad passphrase|decrypt/i.test(text))
    return 'its passphrase is wrong; correct "passphrase"';
  if (key.startsWith("PuTTY-User-Key-File-"))
    return `it is a PuTTY key of a kind that cannot be read; ${exported}`;
  if (/Unsupported key format|does not contain|public key/i.test(text))
    return `it holds no private key; it has to be ${kinds}`;
  return `${text.slice(text.indexOf(":") + 2)}; it has to be ${kinds}`;
}
