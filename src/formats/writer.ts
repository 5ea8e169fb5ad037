import type { Catalogue } from "../catalogue/definition.ts";
import type { FileLayout, GroupData } from "../core/file/document.ts";
import type { Envelope } from "../core/file/envelope.ts";
import type { Problem } from "../core/file/problem.ts";

/** A message to write: the code of the group it is an occurrence of, and its data as a reader gives it. */
export interface WritableMessage {
  readonly group: string;
  readonly data: GroupData;
}

/** What becomes a file: what a reader gave, or what somebody made in the same shape. */
export interface WritableDocument {
  readonly envelope: Envelope;
  /** How the file that was read looked; null for the family's usual look. */
  readonly layout: FileLayout | null;
  readonly messages: readonly WritableMessage[];
}

/** The bytes, or every reason why the format cannot hold the document. */
export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What the sender gives to an envelope that does not have it: null values of it, nothing else. */
export interface Sending {
  /** The next number or name that the sender gives a file; called once for each file that needs one. */
  nextFileIdentifier(): string;
  /** When the file is made, in milliseconds since 1970. */
  readonly at: number;
}

/** Writes a document of one family. Never throws for what is in the document. */
export type WriteDocument = (
  document: WritableDocument,
  catalogue: Catalogue,
  sending?: Sending,
) => Written;
