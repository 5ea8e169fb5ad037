import { foreignFormat } from "./foreign-formats.ts";
import { isTar } from "./tar.ts";

/** What a file that begins with `ZHV`, say, may have instead, and what is wrong with it then. */
const known = /^(?:ZHV|ZHD|AAA|A00|HEADR)(?!\w)/;

/** What kind of bytes they are, without any value of them: unlike files of no known format are causes apart. */
export function unknownKind(head: Buffer): string {
  if (isTar(head)) return "a tar archive";
  const foreign = /^; it is (.+?), for which/.exec(foreignFormat(head))?.[1];
  if (foreign !== undefined) return foreign;
  // A character may be cut at the end of the head.
  const text = head.toString("utf8").slice(0, -1);
  if (
    head
      .subarray(0, 2)
      .toString("latin1")
      .match(/^(?:\xff\xfe|\xfe\xff)$/)
  )
    return "UTF-16";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells it
  if (/[\0-\x08\x0e-\x1f\ufffd]/.test(text)) return "binary";
  return /^\ufeff?\s*[[{]/.test(text) ? "JSON" : "text";
}

/** What a file of no known format that begins with these bytes seems to be, as the end of a sentence; empty when it is unknown. */
export function seemsToBe(head: Buffer): string {
  if (isTar(head))
    return "; it is a tar archive, which Busbar does not open: ask the sender for a zip archive, or for the files themselves";
  const text = head.toString("latin1").replace(/^\xef\xbb\xbf/, "");
  const trimmed = text.replace(/^["\s]+/, "");
  if (/^(?:\xff\xfe|\xfe\xff)/.test(text) || /^(?:.\0.\0|\0.\0.)/s.test(text))
    return "; it is UTF-16: ask the sender for it in plain text, one byte a character";
  const foreign = foreignFormat(head);
  if (foreign !== "") return foreign;
  if (known.test(trimmed) && trimmed !== text && !text.startsWith('"'))
    return "; there are blanks before its header: ask the sender to leave them out";
  if (known.test(trimmed)) return "; its fields are not separated as its format has them";
  if (/^(?:ZPT|ZZZ|Z99)[|,]/.test(trimmed))
    return "; that is a trailer: the header and what follows it are missing, ask the sender for the whole file";
  if (known.test(trimmed.toUpperCase()))
    return "; record codes are written in capitals: ask the sender to correct it";
  if (/^\/\/|^#/.test(trimmed)) return "; no format has comments: ask the sender to leave them out";
  if (/^[\w ]+(?:[;\t|][\w ]+)+/.test(trimmed))
    return "; it may be a table with another delimiter than its definition has";
  return "";
}
