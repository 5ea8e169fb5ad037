import type { Catalogue } from "../catalogue/definition.ts";
import type { Document, Message } from "../core/file/document.ts";
import { type FlowReader, headBytes } from "./family.ts";
import { recognise } from "./recognise.ts";
import { UnknownReader } from "./unknown-reader.ts";

/**
 * Reads a whole file in memory: its outcome and its messages. Never throws for what is in the bytes.
 * The messages go on using `bytes`, which must not be changed while they are in use. `whole`: nothing is
 * left out however large it is, and the layout that a writer needs for the same bytes is there.
 */
export function readDocument(
  bytes: Uint8Array,
  catalogue: Catalogue,
  { whole = false }: { readonly whole?: boolean } = {},
): Document {
  const items: Message[] = [];
  const family = recognise(bytes.subarray(0, headBytes), catalogue);
  const onMessage = (message: Message) => void items.push(message);
  const options = { catalogue, onMessage, whole };
  const reader: FlowReader = family?.openStable(options) ?? new UnknownReader(catalogue);
  reader.push(bytes);
  return { ...reader.end(), items, layout: reader.layout?.() ?? null };
}
