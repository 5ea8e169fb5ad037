import { createPrivateKey, X509Certificate } from "node:crypto";
import type { BusbarConfig } from "../../config/config.ts";
import { readSecret } from "../../config/secret-source.ts";
import { errorMessage, sentence } from "../../runtime/error-message.ts";
import { checkEnd } from "./check-keys.ts";
import { type CheckedThing, findingsIn } from "./finding.ts";

const { bad } = findingsIn("keys");

/** The certificate that the console and the interface are reached with: whether it fits its key, and when it ends. */
export function checkCertificate({ http }: BusbarConfig, now: number): CheckedThing[] {
  const tls = http?.tls ?? null;
  if (tls === null) return [];
  const { certificate: file, key } = tls;
  const read = readSecret({ file });
  if (!read.ok) return [bad(file, `It cannot be read: ${read.why}.`)];
  const secret = readSecret(key);
  try {
    // The first of a chain is the one that stands for this machine.
    const certificate = new X509Certificate(read.bytes);
    if (secret.ok && !certificate.checkPrivateKey(createPrivateKey(secret.bytes)))
      return [
        bad(file, "It is not of the key that `http.tls.key` names; name the key of this one."),
      ];
    return [checkEnd(file, certificate.validToDate, now)];
  } catch (error) {
    return [bad(file, sentence(`It or its key cannot be used: ${errorMessage(error)}`))];
  }
}
