import type { Problem } from "../core/problem.ts";
import type { PackedCode } from "../formats/packed-codes.ts";
import { problem } from "../formats/problem-log.ts";

/**
 * Why a container is refused, thrown from within its stream. `whole`: a limit of the outermost
 * container, which is refused with all that lies in it; otherwise the one that has the fault is.
 */
export class PackedRefusal extends Error {
  readonly problem: Problem;
  readonly whole: boolean;

  constructor(code: PackedCode, value: string | null, message: string, whole = false) {
    super(message);
    this.name = "PackedRefusal";
    this.problem = problem(code, { line: null, value }, message);
    this.whole = whole;
  }
}

/** The refusal that an error of a library stands for; what is the disk's or a bug is thrown as it is. */
export function damaged(error: unknown, say: (why: string) => string): PackedRefusal {
  if (error instanceof PackedRefusal) return error;
  if (!(error instanceof Error) || error instanceof TypeError || isOfDisk(error)) throw error;
  return new PackedRefusal("PACKED_DAMAGED", null, say(error.message));
}

function isOfDisk(error: Error): boolean {
  return "syscall" in error || error.name === "AbortError";
}
