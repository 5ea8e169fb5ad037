import type { Outcome } from "../../core/file/document.ts";
import {
  type FlowReader,
  headBytes,
  type ReaderContext,
  type ReaderOptions,
} from "../../formats/family.ts";
import { openReader } from "../../formats/recognise.ts";

/** A reader that recognises the family from the first piece pushed; pieces are large, so that one is enough. */
export class PiecewiseReader implements FlowReader {
  readonly #options: ReaderOptions;
  #reader: FlowReader | null = null;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  push(bytes: Uint8Array): void {
    this.#reader ??= openReader(bytes.subarray(0, headBytes), this.#options);
    this.#reader.push(bytes);
  }

  end(): Outcome {
    return this.#opened().end();
  }

  context(): ReaderContext {
    return this.#opened().context();
  }

  #opened(): FlowReader {
    this.#reader ??= openReader(new Uint8Array(), this.#options);
    return this.#reader;
  }
}
