import type { Outcome } from "../core/document.ts";
import type { FlowReader, ReaderContext, ReaderOptions } from "../formats/family.ts";
import { headBytes, openReader } from "../formats/recognise.ts";

/** A reader whose family is told from the first piece pushed; pieces are large, so that one is enough. */
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
