import { recordChecksum } from "../../../src/formats/tree/check/checksum.ts";

/**
 * The bytes with the count and checksum of their trailer made right, where their family has such a
 * trailer: so that what was changed above it is not refused for that alone.
 */
export function withRightTrailer(bytes: Buffer): Buffer {
  const lines = bytes.toString("latin1").split("\n");
  const at = lines.findLastIndex((line) => /^(?:ZZZ|ZPT)\|/.test(line));
  const before = lines.slice(0, at).filter((line) => line.trim() !== "");
  const [first = ""] = before;
  const made = trailer(first.replace(/^\xef\xbb\xbf/, ""), before);
  if (made === null) return bytes;
  const old = lines[at]?.split("|") ?? [];
  lines[at] = old.map((value, index) => made[index] ?? value).join("|");
  return Buffer.from(lines.join("\n"), "latin1");
}

/** The fields that a trailer begins with after these lines; undefined for what stays; null where nothing is known. */
function trailer(header: string, before: readonly string[]): (string | undefined)[] | null {
  if (header.startsWith("ZHV|")) return [undefined, undefined, String(before.length - 1)];
  if (!/^(?:AAA|ZHD)\|/.test(header)) return null;
  const checksum = before.reduce((sum, line) => {
    const record = Buffer.from(line.replace(/\r$/, "").replace(/^\xef\xbb\xbf/, ""), "latin1");
    return sum ^ recordChecksum(record, 0, record.length);
  }, 0);
  return [undefined, String(before.length + 1), String(checksum >>> 0)];
}
