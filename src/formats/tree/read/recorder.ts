import type { Message } from "../../../core/file/document.ts";
import type { FlowNode } from "./plan.ts";

/** Keeps what a whole file looked like while it is read, for a writer to give the same bytes again. */
export class Recorder {
  readonly messages: Message[] = [];
  /** By line number: what a line is an occurrence of. */
  readonly nodes = new Map<number, FlowNode>();
  header = 0;
  trailer = 0;
  readonly #pieces: Uint8Array[] = [];
  #lastLine = 0;

  bytes(piece: Uint8Array): void {
    this.#pieces.push(Uint8Array.from(piece));
  }

  /** Every byte so far as a character. */
  text(): string {
    return Buffer.concat(this.#pieces).toString("latin1");
  }

  group(line: number, node: FlowNode): void {
    this.nodes.set(line, node);
    this.#lastLine = line;
  }

  /** The lines from the last one of a node on are of other nodes. */
  moved(moved: ReadonlyMap<FlowNode, FlowNode>): void {
    const [from] = moved.keys();
    for (let line = this.#lastLine; line > 0; line -= 1) {
      const node = this.nodes.get(line);
      if (node === undefined) continue;
      this.nodes.set(line, moved.get(node) ?? node);
      if (node === from) return;
    }
  }
}
