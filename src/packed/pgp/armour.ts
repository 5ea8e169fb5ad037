import { PackedRefusal, unread } from "../refusal.ts";

/** The line that an armoured message begins with (RFC 9580, 6.2). */
const armourHead = "-----BEGIN PGP MESSAGE-----";
const armourTail = "-----END PGP MESSAGE-----";

/** No program writes lines of so many characters; those that are longer are no armour. */
const longestLine = 1 << 20;

type Place = "before" | "headers" | "data" | "padded" | "checksum" | "after";

/**
 * The bytes that an armoured message stands for, each line accounted for: it is of the message, or blank,
 * or text outside, which `onText` is called with once. Throws `PackedRefusal` for what is no armour, and for a second one
 * behind the first.
 */
export async function* armouredBytes(
  pieces: AsyncIterable<Uint8Array>,
  onText: (text: string) => void,
): AsyncGenerator<Buffer> {
  const reader = new ArmourReader(onText);
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + Buffer.from(piece).toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > longestLine) throw noArmour("a line of it has no end");
    const text = lines.map((line) => reader.line(line, line.length + 1)).join("");
    const bytes = reader.decode(text);
    if (bytes.length > 0) yield bytes;
  }
  const last = reader.decode(reader.line(rest, rest.length));
  if (last.length > 0) yield last;
  reader.end();
}

class ArmourReader {
  readonly #onText: (text: string) => void;
  #place: Place = "before";
  #at = 0;
  #hasText = false;
  /** Characters that are not four yet. */
  #kept = "";
  /** Where the second message begins; null when there is none. */
  #second: number | null = null;

  constructor(onText: (text: string) => void) {
    this.#onText = onText;
  }

  /** Takes a line, with its end `length` bytes long; gives what of it is data. */
  line(line: string, length: number): string {
    const start = this.#at;
    this.#at += length;
    const text = line.trimEnd();
    switch (this.#place) {
      case "before":
        if (text.replace(/^\xef\xbb\xbf/, "") === armourHead) this.#place = "headers";
        else this.#outside(text.replace(/^\xef\xbb\xbf/, ""));
        return "";
      case "headers":
        if (text === "") this.#place = "data";
        else if (!text.includes(": ") && !text.endsWith(":"))
          throw noArmour("there is no blank line between its first lines and its data");
        return "";
      case "data":
      case "padded":
      case "checksum":
        return this.#data(text);
      case "after":
        if (text.startsWith("-----BEGIN PGP")) this.#second ??= start;
        else if (this.#second === null) this.#outside(text);
        return "";
    }
  }

  #data(text: string): string {
    if (text === armourTail) {
      this.#place = "after";
      return "";
    }
    if (text === "") return "";
    if (this.#place === "checksum") throw noArmour("there is something behind its checksum");
    if (/^=[A-Za-z0-9+/]{4}$/.test(text)) {
      this.#place = "checksum";
      return "";
    }
    if (this.#place === "padded") throw noArmour("its data goes on behind its end");
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw noArmour("a line of it is no base64");
    if (text.endsWith("=")) this.#place = "padded";
    return text;
  }

  #outside(text: string): void {
    // What editors and transfers of old leave at an end: Ctrl-Z and zeros.
    const shown = text.replaceAll("\0", "").replaceAll("\u001a", "").trim();
    if (shown === "" || this.#hasText) return;
    this.#hasText = true;
    this.#onText(shown.slice(0, 80));
  }

  /** The bytes that characters stand for; up to three wait for the next. */
  decode(text: string): Buffer {
    const all = this.#kept + text;
    const whole = all.length - (all.length % 4);
    this.#kept = all.slice(whole);
    return Buffer.from(all.slice(0, whole), "base64");
  }

  /** To be called behind the last line. */
  end(): void {
    if (this.#place !== "after") throw noArmour("its last line is missing");
    if (this.#kept !== "") throw noArmour("a character of it is missing");
    if (this.#second === null) return;
    throw unread(this.#at - this.#second, this.#second, "another OpenPGP block begins there");
  }
}

function noArmour(why: string): PackedRefusal {
  const say = `The OpenPGP message is damaged or cut short (${why}); ask the sender for it again.`;
  return new PackedRefusal("PGP_DAMAGED", null, say);
}
