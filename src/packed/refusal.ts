import type { Problem } from "../core/file/problem.ts";
import type { PackedCode } from "../formats/packed-codes.ts";
import { problem } from "../formats/problem-log.ts";

/**
 * Why a container is refused, thrown from within its stream. `whole`: a limit of the outermost
 * container, which is refused with all that is in it; otherwise the one that has the fault is.
 */
export class PackedRefusal extends Error {
  readonly problem: Problem;
  readonly whole: boolean;

  constructor(
    code: PackedCode | "BAD_JSON" | "JSON_TOO_LARGE",
    value: string | null,
    message: string,
    whole = false,
  ) {
    super(message);
    this.name = "PackedRefusal";
    this.problem = problem(code, { line: null, value }, message);
    this.whole = whole;
  }
}

/** The refusal that an error of a library stands for; what is the disk's or a bug is thrown as it is. */
export function damaged(error: unknown, say: (why: string) => string): PackedRefusal {
  if (error instanceof PackedRefusal) return error;
  if (!(error instanceof Error) || isOfDisk(error)) throw error;
  if (hasCode(error, "ERR_TRAILING_JUNK_AFTER_STREAM_END"))
    return new PackedRefusal(
      "PACKED_UNREAD",
      null,
      say("it goes on behind the end of its packed data, and that would not be read"),
    );
  if (error instanceof TypeError && !hasCode(error, "Z_")) throw error;
  return new PackedRefusal("PACKED_DAMAGED", null, say(textOf(error)));
}

function textOf({ message, cause }: Error): string {
  return message === "" && cause instanceof Error ? cause.message : message;
}

/** Node's streams that unpack throw TypeErrors for data that is wrong, distinguished from those for a bug by their code. */
function hasCode(error: Error, beginning: string): boolean {
  return "code" in error && typeof error.code === "string" && error.code.startsWith(beginning);
}

function isOfDisk(error: Error): boolean {
  return "syscall" in error || error.name === "AbortError";
}

/** The refusal of a container that goes on behind what was read of it. `what` is what is there, if anybody knows. */
export function unread(bytes: number, at: number, what: string): PackedRefusal {
  const count = bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const say = `${count} from offset ${at} on would not be read: ${what}. Nothing of the file was taken, so that no part is lost; ask the sender for each part as a file of its own.`;
  return new PackedRefusal("PACKED_UNREAD", `${count} at offset ${at}`, say);
}
