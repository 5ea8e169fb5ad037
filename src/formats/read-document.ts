import type { Catalogue } from "../catalogue/definition.ts";
import type { Document, Message } from "../core/document.ts";
import type { FlowReader } from "./family.ts";
import { headBytes, recognise } from "./recognise.ts";
import { UnknownReader } from "./unknown-reader.ts";

/**
 * Reads a whole file in memory: its outcome and its messages. Never throws for what is in the bytes.
 * The messages go on using `bytes`, which must not be changed while they are in use.
 */
export function readDocument(bytes: Uint8Array, catalogue: Catalogue): Document {
  const items: Message[] = [];
  const family = recognise(bytes.subarray(0, headBytes), catalogue);
  const options = { catalogue, onMessage: (message: Message) => void items.push(message) };
  const reader: FlowReader = (family?.openStable ?? family?.open)?.(options) ?? new UnknownReader();
  reader.push(bytes);
  return { ...reader.end(), items, layout: reader.layout?.() ?? null };
}
