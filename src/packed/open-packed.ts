import type { PgpIn } from "../config/pgp.ts";
import type { Budget } from "./budget.ts";
import type { Member, OnNote, PackedBytes } from "./member.ts";
import type { PackedKind } from "./packed-kind.ts";

/** What a container is opened with. */
export interface Opening {
  readonly kind: PackedKind;
  readonly source: PackedBytes;
  /** Its own name: what it holds may be named after it. */
  readonly name: string;
  readonly budget: Budget;
  /** The keys of its channel; null when it has none. */
  readonly pgp: PgpIn | null;
  readonly note: OnNote;
}

/**
 * The files in a container, one after the other. Throws `PackedRefusal` for what is wrong with it. What
 * reads archives and messages is loaded when the first of them comes.
 */
export async function* openPacked(opening: Opening): AsyncGenerator<Member> {
  const { source, name, budget, pgp, note } = opening;
  switch (opening.kind) {
    case "zip": {
      const { zipMembers } = await import("./zip.ts");
      return yield* zipMembers(source, budget, note);
    }
    case "gzip": {
      const { gzipMember } = await import("./gzip.ts");
      return yield* gzipMember(source, name, budget);
    }
    case "json-list": {
      const { jsonListMembers } = await import("./json-list.ts");
      return yield* jsonListMembers(source, name, budget);
    }
    case "pgp": {
      const { pgpMember } = await import("./pgp/decrypt.ts");
      return yield* pgpMember(source, name, pgp, budget, note);
    }
  }
}
