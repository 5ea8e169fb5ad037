/** What the first block of a tar archive has behind the first member's name, mode, owner, size and so on (POSIX ustar). */
const magic = Buffer.from("ustar");
const magicAt = 257;

/** Whether a file that begins with these bytes is a tar archive; 262 of them are enough. */
export function isTar(head: Uint8Array): boolean {
  return magic.equals(head.subarray(magicAt, magicAt + magic.length));
}
