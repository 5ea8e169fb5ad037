/**
 * Exclusive or of a record's four-byte words, big-endian, the last one filled up with zeros (NETA
 * Interface Definition and Design, part 1, section 2.2; the pool transfer format does the same). The
 * line end is left out, a last delimiter is not. Of a file, those of all records but the trailer, together.
 */
export function recordChecksum(bytes: Uint8Array, start: number, end: number): number {
  let checksum = 0;
  for (let at = start; at < end; at += 1)
    checksum ^= (bytes[at] ?? 0) << (24 - 8 * ((at - start) & 3));
  return checksum >>> 0;
}
