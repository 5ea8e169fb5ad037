import type { GroupData } from "../../../core/file/document.ts";
import { recordChecksum } from "../check/checksum.ts";
import type { Look } from "../check/look.ts";
import { Line, noBytes } from "../read/lines/line.ts";
import { ByteText } from "./byte-text.ts";

/** How a family's fields become lines, and lines fields. */
export interface LineStyle {
  /** A field as it is written; absent where that is the value. */
  quote?(code: string, position: number, value: string): string;
  /** The fields of a line of text. */
  split(line: string): readonly string[];
  readonly delimiter: number;
}

/** No delimiter is forbidden inside quotes. */
const noByte = -1;

/** One file is written at a time, so all share the memory it is put together in. */
const scratch = new ByteText();

/** Puts lines together in the look of a file, and counts them. */
export class LineWriter {
  /** Number of the line that is being written, or was last. */
  line = 0;
  /** Lines that were read with more filled fields than their groups have. */
  readonly cut: number[] = [];
  /** Lines with something in them. */
  records = 0;
  readonly #out = scratch;
  readonly #style: LineStyle;
  readonly #look: Look;
  readonly #checked: boolean;
  readonly #oddLines: boolean;
  readonly #delimiter: number;
  readonly #plain: boolean;
  readonly #onLine: ((line: Line) => void) | null;
  /** The line being written, as a reader would see it. */
  readonly #view: Line;
  #count = 0;
  #start = 0;
  #code = "";
  #position = 0;
  #checksum = 0;

  /**
   * `checked`: the checksum is wanted. `onLine` is called with each line as a reader would see it; only
   * for lines without quotes that end with a delimiter and look alike.
   */
  constructor(
    style: LineStyle,
    look: Look,
    checked: boolean,
    onLine: ((line: Line) => void) | null,
  ) {
    this.#style = style;
    this.#look = look;
    this.#checked = checked;
    this.#oddLines = look.lines.size > 0;
    this.#delimiter = style.delimiter;
    this.#plain = style.quote === undefined;
    this.#onLine = onLine;
    this.#view = new Line(style.delimiter);
    this.#out.length = 0;
    if (look.byteOrderMark) this.#out.putRaw("\xef\xbb\xbf");
  }

  /** That of all lines so far. */
  get checksum(): number {
    return this.#checksum >>> 0;
  }

  begin(code: string): void {
    this.putAlone();
    this.line += 1;
    this.#start = this.#out.length;
    this.#code = code;
    this.#position = 0;
    this.#count = 0;
    this.#out.odd = false;
    this.#put(code);
  }

  /** Adds a field; false when its value has what no value can have. */
  field(value: string): boolean {
    return this.#put(value);
  }

  /** Adds what data has under keys, and gives how many it has; adds nothing and gives -1 where it has to be done one by one. */
  fields(data: GroupData, keys: readonly string[]): number {
    if (!this.#plain) return -1;
    const used = this.#out.putAll(data, keys, this.#delimiter, this.#view.ends);
    if (used >= 0) this.#count += keys.length;
    return used;
  }

  /** Adds a field without a value. */
  empty(): void {
    this.#put("");
  }

  #put(value: string): boolean {
    const { quote } = this.#style;
    if (quote !== undefined) {
      const text = quote(this.#code, this.#position, value);
      this.#position += 1;
      return this.#out.put(text, this.#delimiter, noByte);
    }
    const clean = this.#out.put(value, this.#delimiter, this.#delimiter);
    this.#view.ends[this.#count] = this.#out.length - 1;
    this.#count += 1;
    return clean;
  }

  end(): void {
    if (!this.#look.closed) this.#out.length -= 1;
    const odd = this.#oddLines ? this.#look.lines.get(this.line) : undefined;
    if (odd !== undefined && odd.text !== null) this.#replaceBy(odd.text);
    this.#finish(odd?.end ?? null);
  }

  /** The bytes of all lines. */
  take(): Uint8Array {
    this.putAlone();
    if (!this.#look.finalNewline && this.line > 0) {
      const end = this.#look.lines.get(this.line)?.end ?? this.#look.lineEnd;
      this.#out.length -= end.length;
    }
    return this.line === 0 ? noBytes : this.#out.take();
  }

  /** Lines that stand for nothing in a message are put where they were. */
  putAlone(): void {
    if (!this.#oddLines) return;
    for (;;) {
      const odd = this.#look.lines.get(this.line + 1);
      if (odd === undefined || !odd.alone) return;
      this.line += 1;
      this.#start = this.#out.length;
      this.#out.putRaw(odd.text ?? "");
      this.#finish(odd.end);
    }
  }

  #finish(end: string | null): void {
    const { length } = this.#out;
    if (length > this.#start) this.records += 1;
    if (this.#checked) this.#checksum ^= recordChecksum(this.#out.bytes, this.#start, length);
    if (this.#onLine !== null) {
      this.#view.number = this.line;
      this.#view.fill(this.#out.bytes, this.#start, length, this.#count, this.#out.odd);
      this.#onLine(this.#view);
    }
    this.#out.putRaw(end ?? this.#look.lineEnd);
  }

  /** Puts the line as it was read, as long as it says the same. */
  #replaceBy(text: string): void {
    const { split } = this.#style;
    const written = split(this.#out.textFrom(this.#start));
    const read = split(text);
    const fields = this.#look.closed ? written.length - 1 : written.length;
    if (read.slice(fields).some((value) => value !== "")) this.cut.push(this.line);
    for (let index = Math.max(written.length, read.length) - 1; index >= 0; index -= 1)
      if ((written[index] ?? "") !== (read[index] ?? "")) return;
    this.#out.length = this.#start;
    this.#out.putRaw(text);
  }
}
