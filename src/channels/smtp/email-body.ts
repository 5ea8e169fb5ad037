import { Readable } from "node:stream";

/** So much of an e-mail is handed over at a time. */
const pieceBytes = 16 * 1024;

/** The bytes of an e-mail, which know how far they were handed over. */
export class EmailBody extends Readable {
  /** Somebody said that it must not go. */
  withdrawn = false;
  /** The server asked for it: it had taken a recipient. */
  begun = false;
  /** All of it was handed over: the dot that ends it may have been sent. */
  whole = false;
  readonly #bytes: Uint8Array;
  readonly #mayGo: () => Promise<boolean>;
  #asked = false;
  #sent = 0;

  constructor(bytes: Uint8Array, mayGo: () => Promise<boolean>) {
    super();
    this.#bytes = bytes;
    this.#mayGo = mayGo;
  }

  override _read(): void {
    if (this.#sent > 0) this.#next();
    if (this.#asked) return;
    this.#asked = true;
    this.begun = true;
    this.#mayGo().then(
      (may) => {
        if (this.destroyed) return;
        if (may) this.#next();
        else {
          this.withdrawn = true;
          this.destroy(new Error("it was put on hold or cancelled"));
        }
      },
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  /** In pieces: while one is left the server cannot have the whole. */
  #next(): void {
    const piece = this.#bytes.subarray(this.#sent, this.#sent + pieceBytes);
    this.#sent += piece.byteLength;
    if (piece.byteLength > 0) this.push(piece);
    if (this.#sent < this.#bytes.byteLength) return;
    this.whole = true;
    this.push(null);
  }
}
