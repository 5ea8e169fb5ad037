import type { Catalogue } from "../catalogue/definition.ts";
import type { Outcome } from "../core/file/document.ts";
import { type FlowReader, headBytes, type ReaderContext } from "./family.ts";
import { holdsOtherData } from "./foreign-formats.ts";
import { nearestTable } from "./headed-csv/nearest-table.ts";
import { sayTableBelow } from "./headed-csv/table-below.ts";
import { printable } from "./printable.ts";
import { problem } from "./problem-log.ts";
import { seemsToBe, unknownKind } from "./say-unknown.ts";
import { isTar } from "./tar.ts";

/** Bytes from the beginning that the problem quotes. */
const quoted = 80;

/** Reads what no family recognises: its outcome is one problem that says what the file begins with. */
export class UnknownReader implements FlowReader {
  readonly #catalogue: Catalogue;
  #head = Buffer.alloc(0);
  #lines = 0;
  #endsInLine = false;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  push(bytes: Uint8Array): void {
    if (this.#head.length < headBytes)
      this.#head = Buffer.concat([this.#head, bytes.subarray(0, headBytes - this.#head.length)]);
    for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) this.#lines += 1;
    if (bytes.length > 0) this.#endsInLine = bytes.at(-1) !== 0x0a;
  }

  end(): Outcome {
    const lines = this.#lines + (this.#endsInLine ? 1 : 0);
    return { envelope: null, problems: [this.#problem()], messages: 0, invalid: 0, lines };
  }

  context(): ReaderContext {
    return { family: "unknown" };
  }

  #seems(): string {
    const isPacked = isTar(this.#head) || holdsOtherData(this.#head);
    const near = isPacked ? "" : nearestTable(this.#head, this.#catalogue.tables());
    const below = () => sayTableBelow(this.#head, this.#catalogue.tables());
    return near || seemsToBe(this.#head) || below() || ' (a user file begins with "ZHV|")';
  }

  #problem() {
    if (this.#head.length === 0)
      return problem(
        "EMPTY_FILE",
        { line: null },
        "The file has no bytes at all; ask the sender for it again.",
      );
    const value = this.#head.toString("latin1", 0, quoted);
    const seems = this.#seems();
    return problem(
      "UNKNOWN_FORMAT",
      { line: 1, value, kind: unknownKind(this.#head) },
      `The file begins with "${printable(value.slice(0, 20))}", which is the beginning of no known format${seems}; it is kept as it is.`,
    );
  }
}
