import { hasError, type Problem } from "../../core/file/problem.ts";
import { printable } from "../../formats/printable.ts";
import { problem } from "../../formats/problem-log.ts";
import type { ReadFile } from "../../store/port/files/file-store.ts";
import type { RecordingContext } from "../channel/context.ts";
import { listInList } from "../file/messages-together.ts";
import { readBytes } from "../file/read-file.ts";
import type { FoundMember } from "./walk-container.ts";

/** Reads the small files of a container, one after the other, as files of their own. */
export class MemberReader {
  readonly #context: Pick<RecordingContext, "catalogue" | "live">;
  /** The flow of the first message of each array, or file of lines, that is not refused, by the arrival of the array. */
  readonly #flows = new Map<string, string>();

  constructor(context: Pick<RecordingContext, "catalogue" | "live">) {
    this.#context = context;
  }

  /** Reads a file; a message of an array that is of another flow than the array's first is refused. */
  read({ origin, place, within }: FoundMember, bytes: Uint8Array): ReadFile {
    const file = readBytes(this.#context, origin, bytes);
    const flow = file.outcome.envelope?.flow;
    if (within !== "json-list" || flow === undefined || hasError(file.outcome.problems))
      return file;
    if (bytes[0] === openBracket) return withProblem(file, listInList());
    const first = this.#flows.get(place.container) ?? flow;
    this.#flows.set(place.container, first);
    if (flow === first) return file;
    const say = `The message is of ${printable(flow)}, and the array or lines that it came in begin with ${printable(first)}; either is of one interface. Ask the sender for one of each; if it is right as it is, reprocessing it by its number takes it.`;
    return withProblem(file, problem("MIXED_FLOWS", { line: 1, value: flow }, say));
  }
}

const openBracket = 0x5b;

function withProblem(file: ReadFile, found: Problem): ReadFile {
  const { outcome } = file;
  return { ...file, outcome: { ...outcome, problems: [found, ...outcome.problems] } };
}
