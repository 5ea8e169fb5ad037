/** The bytes of a container: in memory, or the path of a file that does not change. */
export type PackedBytes = Uint8Array | string;

/** A file in a container. */
export interface Member {
  /** Its path in the container, e.g. `2026/03/D0010.uff`. */
  readonly path: string;
  /** When it was last changed, in milliseconds since 1970, if the container says so. */
  readonly modifiedAt: number | null;
  /** Its bytes, to be read to the end before the next member is asked for. Throws `PackedRefusal`. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** What a container says besides its members: parts of it that are left out, names that repeat. `value` is the name or the text it is about. */
export type OnNote = (
  code: "PACKED_SKIPPED" | "PACKED_REPEATED_NAME" | "PGP_TEXT_OUTSIDE",
  value: string,
) => void;
