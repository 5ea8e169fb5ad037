import { isUtf8 } from "node:buffer";
import { hash } from "node:crypto";

/**
 * Name of a folder entry. On disk a name is bytes; most are UTF-8 and `raw` is null. Others keep their
 * bytes in `raw`, and `text` shows each byte that is not ASCII as `\xHH` so that it can be read and stored.
 */
export interface DiskName {
  readonly text: string;
  readonly raw: Buffer | null;
}

/** The longest name that the usual file systems take, in bytes. */
const longestNameBytes = 255;

/** A name given as text, e.g. by a person or by ourselves. */
export function textName(text: string): DiskName {
  return { text, raw: null };
}

/** A name as the disk has it. */
export function diskName(bytes: Buffer): DiskName {
  if (isUtf8(bytes)) return textName(bytes.toString("utf8"));
  const text = bytes
    .toString("latin1")
    .replace(/[\u0080-\u00ff\\]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return { text, raw: bytes };
}

/** A text that differs whenever the bytes of two names differ, which their `text` need not. */
export function nameKey(name: DiskName): string {
  return name.raw === null ? name.text : `\0${name.raw.toString("latin1")}`;
}

/** Sixteen hexadecimal digits that stand for the bytes of a name, where the name itself cannot be had. */
export function nameMark(name: DiskName): string {
  return hash("sha256", name.raw ?? name.text, "hex").slice(0, 16);
}

/** Path of an entry, exact to the byte. */
export function pathIn(folder: string, name: DiskName): string | Buffer {
  return name.raw === null
    ? `${folder}/${name.text}`
    : Buffer.concat([Buffer.from(`${folder}/`), name.raw]);
}

/** The name with something put before and after it, the name itself cut at its end to what a disk takes. */
export function dressedName(before: string, name: DiskName, after: string): DiskName {
  const room = longestNameBytes - Buffer.byteLength(before) - Buffer.byteLength(after);
  const bytes = name.raw ?? Buffer.from(name.text);
  if (bytes.length <= room && name.raw === null) return textName(before + name.text + after);
  let end = Math.min(bytes.length, room);
  while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return diskName(Buffer.concat([Buffer.from(before), bytes.subarray(0, end), Buffer.from(after)]));
}

/**
 * Whether a name matches a pattern of the shell's kind: `*` any text, `?` any one character, `[abc]` one
 * of these, `[!abc]` none of these. The whole name must match; case counts.
 */
function namePattern(pattern: string): (name: string) => boolean {
  const source = pattern.replace(/\[!?[^\]]+\]|[\s\S]/g, (part) => {
    if (part === "*") return "[\\s\\S]*";
    if (part === "?") return "[\\s\\S]";
    if (part.length > 1) {
      const inner = part
        .slice(1, -1)
        .replace(/^!/, "^")
        .replace(/[\\\]]/g, "\\$&");
      return `[${inner}]`;
    }
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  const expression = new RegExp(`^${source}$`);
  return (name) => expression.test(name);
}

/** The first of the patterns that a name matches; null when none does. */
export function firstMatch(patterns: readonly string[]): (name: string) => string | null {
  const tests = patterns.map((pattern) => ({ pattern, matches: namePattern(pattern) }));
  return (name) => tests.find((test) => test.matches(name))?.pattern ?? null;
}

/** How a channel's marker files are named after the files they stand for. */
export interface MarkerNames {
  /** The name of a file's marker. */
  of(name: DiskName): DiskName;
  /** The file a marker stands for; null for a name that is no marker's. */
  fileOf(marker: DiskName): DiskName | null;
}

/** Reads a marker setting such as `{name}.done`. */
export function markerNames(setting: string): MarkerNames {
  const at = setting.indexOf("{name}");
  const before = setting.slice(0, at);
  const after = setting.slice(at + "{name}".length);
  const length = Buffer.byteLength(before) + Buffer.byteLength(after);
  return {
    of: (name) =>
      name.raw === null
        ? textName(before + name.text + after)
        : diskName(Buffer.concat([Buffer.from(before), name.raw, Buffer.from(after)])),
    fileOf: ({ text, raw }) => {
      const bytes = raw ?? Buffer.from(text);
      if (bytes.length <= length || !text.startsWith(before) || !text.endsWith(after)) return null;
      return diskName(
        bytes.subarray(Buffer.byteLength(before), bytes.length - Buffer.byteLength(after)),
      );
    },
  };
}
