/** What replaces what is masked. */
export const masked = "[masked]";

/**
 * Numbers of metering points, meters, accounts and telephones within a sentence; first what is nobody's number though
 * many digits may follow each other in it: UUIDs, and hashes in hex, which have a letter somewhere.
 */
const nobodysOrLong =
  /\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\d*[a-f])[0-9a-f]{16,128})\b|\d{9,}/g;

/**
 * Addresses of e-mails. Neither the user of a server's address (`sftp://user@host`) nor the Message-ID of an e-mail of
 * ours, which has the store's id in it, is one.
 */
const mailAddress =
  /(?<![/\w.+-])[\w.!#$%&'*+=?^`{|}~\u0080-\uffff-]+@[\w\u0080-\uffff-]+(?:\.[\w\u0080-\uffff-]+)+/g;
const ownMessageId = /^[\w-]+\.[0-9a-f]{8}-[0-9a-f-]{27}@/;

/** A text without the numbers and addresses that lead to persons. */
export function maskedReaches(text: string): string {
  const withoutAddresses = text.includes("@")
    ? text.replace(mailAddress, (address) => (ownMessageId.test(address) ? address : masked))
    : text;
  return withoutAddresses.replace(
    nobodysOrLong,
    (_, nobodys: string | undefined) => nobodys ?? masked,
  );
}
