import type { FurtherPart } from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { ProblemPlace } from "../../problem-log.ts";
import type { TreeFindings } from "../check/findings.ts";
import type { Frame } from "./frame.ts";
import { type Line, packCode } from "./lines/line.ts";
import { holdsNothing } from "./lines/lost-line.ts";

/** Parts that are distinguished: of more it is only said that there are. */
const most = 100;

/** For reading a header of which nothing is to be said. */
export const noFindings: TreeFindings = { find: () => undefined };

/** What a file holds besides the file that its first header begins: others that ran into it, or what it is unknown. */
export class FurtherParts {
  readonly found: FurtherPart[] = [];
  #hasUnknown = false;
  /** A header has come after the trailer, and its own trailer has not: lines are of its file. */
  #isOpen = false;

  /** A header among the groups. */
  header(line: Line, frame: Frame): void {
    this.#note(frame.readHeader(line, noFindings));
  }

  /** A trailer that names another file than the header: of that one there may be no more than the trailer. */
  trailer(envelope: Envelope | null, { value = null }: ProblemPlace): void {
    this.#note(envelope === null ? null : { ...envelope, fileIdentifier: value });
  }

  /** A line after the trailer. */
  after(line: Line, frame: Frame): void {
    const code = line.code();
    if (code === packCode(frame.header)) {
      this.#isOpen = true;
      this.header(line, frame);
    } else if (!this.#isOpen) {
      if (!holdsNothing(line)) this.#note(null);
    } else if (frame.trailer !== null && code === packCode(frame.trailer)) this.#isOpen = false;
  }

  #note(part: FurtherPart): void {
    const told = this.found.length < most ? part : null;
    if (told === null && this.#hasUnknown) return;
    if (told === null) this.#hasUnknown = true;
    this.found.push(told);
  }
}
