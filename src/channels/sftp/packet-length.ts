/** What the library says of an answer that is longer than it reads. */
const tooLong = /Packet length (\d+) exceeds max length of (\d+)/;

/**
 * What an answer means whose length cannot be right: where the four bytes of the length are text, the
 * server printed something before it spoke the protocol. Null when the message speaks of no length.
 */
export function sayPacketLength(message: string): string | null {
  const [, digits = "", most = ""] = tooLong.exec(message) ?? [];
  if (digits === "") return null;
  const text = textOf(Number(digits));
  if (text !== null)
    return `it prints text before SFTP begins, "${text}…", which no SFTP program can read past. Ask the partner to have the login scripts of this user print nothing (profile, bashrc, a banner of the subsystem), or to serve it with "internal-sftp"`;
  return `it sent an answer of ${digits} bytes, and Busbar reads up to ${most}. A folder of too many names does so at servers that list all of them in one answer: ask the partner to move files out of the folder, or to divide them over several; a few hundred names are safe`;
}

/** The bytes of a length as text, when all of them can be printed. */
function textOf(length: number): string | null {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length >>> 0);
  const text = bytes.toString("latin1");
  return /^[\t\n\r\x20-\x7e]{4}$/.test(text) ? JSON.stringify(text).slice(1, -1) : null;
}
