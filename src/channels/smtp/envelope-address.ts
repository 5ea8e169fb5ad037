import { domainToASCII } from "node:url";

/**
 * An address as mail servers take it: its domain in ASCII (IDNA, RFC 5890). The part before the `@` stays
 * as it is; null when that is not ASCII and the server does not take such (SMTPUTF8, RFC 6531), or the
 * domain cannot be.
 */
export function envelopeAddress(address: string, takesUtf8: boolean): string | null {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  const ascii = isAscii(domain) ? domain : domainToASCII(domain);
  if (ascii === "" || (!isAscii(local) && !takesUtf8)) return null;
  return `${local}@${ascii}`;
}

/** Why an address has no form that the server takes, for people. */
export function sayNoEnvelopeAddress(address: string): string {
  return `${address} has letters outside ASCII, and this mail server does not take such addresses (it offers no SMTPUTF8). Ask for another address, or send by a server that does`;
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
