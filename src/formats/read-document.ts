import type { Catalogue } from "../catalogue/definition.ts";
import type { Document, Message } from "../core/document.ts";
import { headBytes, recognise } from "./recognise.ts";
import { UnknownReader } from "./unknown-reader.ts";
import { openStable } from "./user-file/family.ts";

/**
 * Reads a whole file in memory: its outcome and its messages. Never throws for what is in the bytes.
 * The messages go on using `bytes`, which must not be changed while they are in use.
 */
export function readDocument(bytes: Uint8Array, catalogue: Catalogue): Document {
  const items: Message[] = [];
  const known = recognise(bytes.subarray(0, headBytes)) !== null;
  const options = { catalogue, onMessage: (message: Message) => void items.push(message) };
  const reader = known ? openStable(options) : new UnknownReader();
  reader.push(bytes);
  return { ...reader.end(), items };
}
