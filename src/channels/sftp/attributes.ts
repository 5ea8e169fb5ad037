import type { Attributes } from "ssh2";

/** What kind of thing an entry of a remote folder is. `unknown`: the server does not say. */
export type RemoteKind = "file" | "folder" | "link" | "other" | "unknown";

/** What a server says of a file. The protocol knows nothing finer. */
export interface RemoteAttributes {
  readonly kind: RemoteKind;
  /** Null when the server does not say. */
  readonly sizeBytes: number | null;
  /** Milliseconds since 1970, in whole seconds, by the server's clock; null when it does not say. */
  readonly modifiedAt: number | null;
}

/** What helps where a server tells nothing of a file that it is asked for. */
export const askForAttributes =
  "ask the partner to allow the requests for attributes (FSTAT, LSTAT, STAT)";

/** An entry of a remote folder. */
export interface RemoteEntry {
  readonly name: string;
  readonly attributes: RemoteAttributes;
}

const typeBits = 0o170_000;
const kinds: ReadonlyMap<number, RemoteKind> = new Map([
  [0o100_000, "file"],
  [0o040_000, "folder"],
  [0o120_000, "link"],
]);

/**
 * Attributes as the library gives them. From the mode, never from the listing's long line, which is
 * free text; a server may leave out each of them, whatever the library's types say.
 */
export function remoteAttributes(given: Partial<Attributes>): RemoteAttributes {
  const { mode, size, mtime } = given;
  const type = mode === undefined ? 0 : mode & typeBits;
  return {
    kind: type === 0 ? "unknown" : (kinds.get(type) ?? "other"),
    sizeBytes: size ?? null,
    modifiedAt: mtime === undefined ? null : mtime * 1000,
  };
}

/** An entry of a folder as the library gives it. */
export function remoteEntry(found: {
  readonly filename: string;
  readonly attrs: Partial<Attributes>;
}): RemoteEntry {
  return { name: found.filename, attributes: remoteAttributes(found.attrs) };
}
