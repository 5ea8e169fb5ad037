import type { PgpIn } from "../../src/config/pgp.ts";
import { type PackedLimits, usualPackedLimits } from "../../src/config/unpack.ts";
import { Budget } from "../../src/packed/budget.ts";
import { openPacked } from "../../src/packed/open-packed.ts";
import { packedKind } from "../../src/packed/packed-kind.ts";
import { PackedRefusal } from "../../src/packed/refusal.ts";

/** What a container gave: its files by path, or the code and message of its refusal. */
export interface OpenedContainer {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly notes: readonly string[];
  readonly code: string | null;
  readonly message: string | null;
  readonly whole: boolean;
}

/** Opens a container to its end. */
export async function opened(
  bytes: Buffer,
  {
    name = "packed",
    limits = {},
    pgp = null,
    path = null,
  }: {
    readonly name?: string;
    readonly limits?: Partial<PackedLimits>;
    readonly pgp?: PgpIn | null;
    /** Where the bytes lie on the disk, when they are to be read there. */
    readonly path?: string | null;
  } = {},
): Promise<OpenedContainer> {
  const kind = packedKind(bytes);
  if (kind === null) throw new Error("it is no container");
  const budget = new Budget({ ...usualPackedLimits, ...limits }, bytes.length);
  const files: [string, string][] = [];
  const notes: string[] = [];
  const note = (code: string, path: string) => void notes.push(`${code} ${path}`);
  try {
    for await (const member of openPacked({
      kind,
      source: path ?? bytes,
      name,
      budget,
      pgp,
      note,
    })) {
      const pieces = await Array.fromAsync(member.pieces);
      files.push([member.path, Buffer.concat(pieces).toString("latin1")]);
    }
    return { files, notes, code: null, message: null, whole: false };
  } catch (error) {
    if (!(error instanceof PackedRefusal)) throw error;
    const { problem, message, whole } = error;
    return { files, notes, code: problem.code, message, whole };
  }
}
