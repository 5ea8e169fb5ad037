/** Bytes within which a message must show what it is, whatever is before it. */
const listBytes = 64 << 10;
/** What every message of half-hourly settlement names, one of them at least. */
const block = /^c(?:ommon|ustom)block$/i;
const mentionsBlock = /"c(?:ommon|ustom)block"/i;
/** A bracket, a text, or what parts values: all that tells where a name is. */
const token = /[[\]{},:]|"(?:[^"\\]|\\.)*"/gs;
const beginsList = /^(?:\xef\xbb\xbf)?\s*\[/;
const beginsObject = /^(?:\xef\xbb\xbf)?\s*\{/;
/** A line further on that begins a message: one that is laid out over lines has no block on its first. */
const otherLine = /\n[ \t]*\{[^\n]*"c(?:ommon|ustom)block"/i;

/**
 * Whether it begins messages of half-hourly settlement that are cut apart: an array of them, or a line for each.
 */
export function isMessageList(head: Uint8Array): boolean {
  return beginsMessageArray(head) || beginsMessageLines(head);
}

/**
 * Whether it begins with a message on a line of its own, and another one follows. A single message, on one line
 * or laid out over several, is none.
 */
export function beginsMessageLines(head: Uint8Array): boolean {
  const text = textOf(head);
  const [begins] = beginsObject.exec(text) ?? [];
  if (begins === undefined) return false;
  const end = text.indexOf("\n", begins.length);
  if (end < 0) return false;
  const first = text.slice(begins.length - 1, end).trim();
  if (!first.endsWith("}") || !otherLine.test(text.slice(end))) return false;
  return mentionsBlock.test(first) && namesBlock(first) && isJson(first);
}

/**
 * Whether it begins an array of messages of half-hourly settlement: each has a reference of its own, and the
 * platform answers for each. One element that is such a message is enough, whatever is before it or
 * beside its block. Escapes in names are not looked through.
 */
function beginsMessageArray(head: Uint8Array): boolean {
  const text = textOf(head);
  return beginsList.test(text) && mentionsBlock.test(text) && namesBlock(text);
}

function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, Math.min(length, listBytes)).toString("latin1");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** A list or an object that is open. */
interface Open {
  readonly isList: boolean;
  /** Nothing is around it but lists and `payload`. */
  readonly isPlain: boolean;
  /** The last text in it, which at a colon is the name of a member. */
  text: string;
  /** The member that is being read; null before its colon. */
  member: string | null;
}

/** Whether a block is a member of an object that only lists and `payload` lie around. */
function namesBlock(text: string): boolean {
  const open: Open[] = [];
  for (const [found] of text.matchAll(token)) {
    const around = open.at(-1);
    if (found === "[" || found === "{") {
      const isPlain =
        around === undefined ||
        (around.isPlain && (around.isList || around.member?.toLowerCase() === "payload"));
      open.push({ isList: found === "[", isPlain, text: "", member: null });
    } else if (found === "]" || found === "}") open.pop();
    else if (around === undefined) continue;
    else if (found === ",") around.member = null;
    else if (found !== ":") around.text = found.slice(1, -1);
    else {
      around.member = around.text;
      if (around.isPlain && !around.isList && block.test(around.text)) return true;
    }
  }
  return false;
}
