import type { Message, Subject } from "../../../core/file/document.ts";
import { hasError, type Problem } from "../../../core/file/problem.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { inLineOrder, type ProblemLog, type ProblemPlace, problem } from "../../problem-log.ts";
import { FieldCheck } from "../check/field-check.ts";
import type { TreeFindings } from "../check/findings.ts";
import type { Limits } from "../check/limits.ts";
import { type SameMoment, sameMomentFor } from "../check/same-moment.ts";
import { looksLikeTrailer, sayUnproved } from "../check/say-unproved.ts";
import { Collector } from "./collector.ts";
import type { Frame } from "./frame.ts";
import type { Line } from "./lines/line.ts";
import type { LinesAhead } from "./lines/lines-ahead.ts";
import { TreeMessage } from "./message.ts";
import { type FlowNode, type FlowPlan, recordCode } from "./plan.ts";
import { Position } from "./position.ts";
import type { Recorder } from "./recorder.ts";
import { sayOutOfPlace, sayUnknownGroup } from "./say-stray.ts";
import { type SharedGroup, SharedGroups } from "./shared-groups.ts";

/** The sentence about a line that is too long to be read whole. */
export const sayTooLong =
  "The line is longer than 65,536 characters; what is beyond is not read. Look whether the line ends were lost, and ask the sender for the file again.";

/** Most codes that a file is reported which its flow does not have. */
const mostUnknown = 20;

/** What a body is read with. */
export interface BodyOptions {
  readonly plan: FlowPlan;
  readonly frame: Frame;
  /** The very version of the flow is known. */
  readonly exact: boolean;
  readonly limits: Limits;
  readonly log: ProblemLog;
  readonly onMessage: ((message: Message) => void) | null;
  /** What an earlier reading of the same bytes found to be shared by its messages. */
  readonly context: SharedGroups | null;
  readonly recorder: Recorder | null;
}

/** Reads the groups between header and trailer: places them, checks them, cuts them into messages. */
export class Body implements TreeFindings {
  messages = 0;
  invalid = 0;
  firstGroups = 0;
  /** As sent; null until its line has come, or when it is empty. */
  sequenceNumber: string | null = null;
  readonly shared: SharedGroups;
  readonly collector: Collector;
  readonly #options: BodyOptions;
  readonly #position: Position;
  readonly #check: FieldCheck;
  /** Null for flows without readings of registers. */
  readonly #sameMoment: SameMoment | null;
  readonly #sequenceNode: FlowNode | null;
  /** What is known of the open message. */
  #node: FlowNode | null = null;
  #group = "";
  #subject: Subject | null = null;
  #above: SharedGroup | null = null;
  #problems: Problem[] = [];
  #firstLine = 0;
  #lastLine = 0;
  #tooLarge = false;
  /** Codes that the flow does not have, as far as they are reported, and the last record of one. */
  readonly #unknown = new Set<string>();
  #lastUnknown = { line: 0, looksLikeTrailer: false };
  #lastSeen = 0;

  constructor(options: BodyOptions) {
    const { plan, limits, exact, frame } = options;
    this.#options = options;
    this.#position = new Position(plan, this);
    this.#sequenceNode = plan.sequence?.node ?? null;
    this.#check = new FieldCheck(this, exact, frame.closedLines);
    this.#sameMoment = sameMomentFor(plan, this);
    this.shared = new SharedGroups(plan, limits.sharedBytes, frame.family);
    const wholeFile = plan.wholeFile ? plan.nodes : null;
    const keep = options.onMessage !== null;
    this.collector = new Collector(limits.messageBytes, wholeFile, keep);
  }

  find(
    inMessage: boolean,
    code: ProblemCode,
    place: () => ProblemPlace,
    say: (raised: boolean) => string,
  ): void {
    const { log } = this.#options;
    const list = inMessage && this.#node !== null ? this.#problems : log.file;
    log.add(list, code, (raised) => problem(code, place(), say(raised)));
  }

  /** Whether it can be said where the line is; if not, more lines have to come, and nothing was done. */
  canPlace(line: Line, ahead: LinesAhead): boolean {
    return !this.#options.plan.ambiguous || this.#position.decide(line, line.code(), ahead);
  }

  /** Takes one line that is neither header nor trailer and can be placed; gives the node it is an occurrence of. */
  line(line: Line, ahead: LinesAhead): FlowNode | null {
    this.#lastSeen = line.number;
    const code = line.code();
    const node = this.#position.resolve(code) ?? this.#resolveAsTwin(line, code, ahead);
    if (node === null) {
      const { codes, raw } = this.#options.plan;
      const unknown = !codes.has(code);
      // What an unknown record may be above cannot be placed either.
      const mayKeep = unknown || this.#position.unknownRecords;
      const kept = raw !== null && mayKeep && recordCode.test(line.field(0));
      if (kept) this.#keepRaw(line, raw);
      else this.#stray(line, code);
      if (!kept) this.#options.frame.checkLine?.(line, true, this);
      return kept ? raw : null;
    }
    if (this.#belongsToUnknown(node)) {
      this.#keepRaw(line, this.#node ?? node);
      return this.#node;
    }
    this.#position.leave(node);
    if (this.#node === null) {
      if (node.inMessage) this.#begin(node, line);
    } else if (node.group.message || !node.inMessage) {
      this.#finish(line.start);
      if (node.inMessage) this.#begin(node, line);
    }
    this.#position.enter(node, line.number);
    if (node === this.#sequenceNode) this.#readSequence(line);
    if (node.day >= 0) this.#position.tellDay(node, line.freshField(node.day + 1));
    if (node.first) this.firstGroups += 1;
    if (line.cut) this.tooLong(line, node.inMessage);
    if (node.inMessage) this.#addToMessage(node, line);
    else if (this.#options.plan.shared) this.shared.add(node, line);
    if (!line.cut) this.#check.check(node, line);
    this.#sameMoment?.take(node, line);
    this.#options.frame.checkLine?.(line, node.inMessage, this);
    return node;
  }

  /**
   * Whether a record may be below one whose code is not known: it would be beside the messages
   * otherwise, in front of what came before it.
   */
  #belongsToUnknown(node: FlowNode): boolean {
    const { raw, definition } = this.#options.plan;
    const isOpen = this.#node !== null && this.#node === raw && definition.names !== undefined;
    return isOpen && !node.inMessage && !node.aboveMessage;
  }

  #readSequence(line: Line): void {
    const { sequence } = this.#options.plan;
    if (sequence !== null) this.sequenceNumber ??= line.freshField(sequence.field + 1) || null;
  }

  /** A record the definition does not know belongs to the message it comes in; before the first it is one of its own. */
  #keepRaw(line: Line, raw: FlowNode): void {
    this.#noteUnknown(line);
    if (this.#node === null) this.#begin(raw, line);
    if (line.cut) this.tooLong(line, true);
    this.#position.irregular = true;
    this.#addToMessage(raw, line);
    if (!line.cut) this.#check.check(raw, line);
    this.#options.frame.checkLine?.(line, true, this);
  }

  /** Says of the first record of each code that the flow's files may have it under another one. */
  #noteUnknown(line: Line): void {
    const { codes, definition } = this.#options.plan;
    const { names, flow } = definition;
    if (names === undefined || codes.has(line.code())) return;
    const code = line.freshField(0);
    this.#lastUnknown = { line: line.number, looksLikeTrailer: looksLikeTrailer(line) };
    if (names.repeated.includes(code) || this.#unknown.has(code)) return;
    this.#position.unknownRecords = true;
    this.#unknown.add(code);
    if (this.#unknown.size > mostUnknown) return;
    this.find(
      false,
      "UNPROVED_CODE",
      () => ({ line: line.number, group: code, value: code }),
      () => sayUnproved(flow, code, names),
    );
  }

  /** Whether the file's last line is a record without a definition that says no more than a trailer does. */
  mayEndWithTrailer(): boolean {
    const { line, looksLikeTrailer } = this.#lastUnknown;
    return looksLikeTrailer && line === this.#lastSeen;
  }

  /** The file, or its trailer at `at`, ends the last message. Before it, groups may be missing. */
  end(at: number): void {
    this.#position.leave(null);
    if (this.#node !== null) this.#finish(at);
    this.shared.complete = true;
  }

  /** Notes a line that is too long to be read whole. */
  tooLong(line: Line, inMessage: boolean): void {
    this.find(
      inMessage,
      "LINE_TOO_LONG",
      () => ({ line: line.number, value: line.field(0) }),
      () => sayTooLong,
    );
  }

  #resolveAsTwin(line: Line, code: number, ahead: LinesAhead): FlowNode | null {
    const moved = this.#position.moveToTwin(code);
    if (moved === null) return null;
    this.#options.recorder?.moved(moved);
    const ids = new Map([...moved].map(([from, to]) => [from.id, to.id]));
    const [open] = moved.keys();
    if (open !== undefined) this.collector.move(open.id, ids);
    if (this.#node !== null) this.#node = moved.get(this.#node) ?? this.#node;
    // The records after this one decide, as far as they have come.
    return this.#position.decide(line, code, ahead) ? this.#position.resolve(code) : null;
  }

  #begin(node: FlowNode, line: Line): void {
    this.#node = node;
    this.#group = node.group.code || line.freshField(0);
    this.#subject = null;
    this.#problems = [];
    this.#firstLine = line.number;
    this.#tooLarge = false;
    this.#position.irregular = node.open;
    const { plan } = this.#options;
    // A record that the flow does not have belongs to whatever is open.
    const place = node === plan.raw ? this.#position.current : node.parent;
    this.#above = plan.shared ? this.shared.openAt(place) : null;
    this.collector.begin(line.start);
  }

  #addToMessage(node: FlowNode, line: Line): void {
    this.#lastLine = line.number;
    if (node.subject >= 0 && this.#options.onMessage !== null) {
      const key = line.freshField(node.subject + 1);
      this.#subject = key === "" ? null : { kind: node.group.subject?.kind ?? "mpan", key };
    }
    if (this.collector.add(node, line.start, line.end) || this.#tooLarge) return;
    this.#tooLarge = true;
    this.find(
      true,
      "MESSAGE_TOO_LARGE",
      () => ({ line: line.number, group: node.group.code }),
      () =>
        "The message is larger than 8 MiB; its lines from here on are left out of its data. Ask the sender whether it is meant to be one message.",
    );
  }

  #finish(at: number): void {
    const node = this.#node;
    if (node !== null) this.#sameMoment?.finish();
    this.#node = null;
    if (node === null) return;
    const { plan, onMessage, context } = this.#options;
    this.messages += 1;
    if (hasError(this.#problems)) this.invalid += 1;
    if (onMessage === null) {
      this.collector.open = false;
      return;
    }
    onMessage(
      new TreeMessage({
        group: this.#group,
        plan,
        line: this.#firstLine,
        lastLine: this.#lastLine,
        node,
        subject: this.#subject,
        problems: this.#problems.length > 1 ? inLineOrder(this.#problems) : this.#problems,
        collected: this.collector.finish(at),
        irregular: this.#position.irregular,
        shared: plan.shared ? (context ?? this.shared) : null,
        above: this.#above,
      }),
    );
  }

  #stray(line: Line, code: number): void {
    if (line.cut) this.tooLong(line, true);
    if (this.#node !== null) this.#lastLine = line.number;
    const { plan, frame } = this.#options;
    const isKnown = plan.codes.has(code);
    const after = this.#position.current;
    this.find(
      true,
      isKnown ? "GROUP_OUT_OF_PLACE" : "UNKNOWN_GROUP",
      () => ({ line: line.number, group: line.field(0), value: line.field(0) }),
      () =>
        isKnown
          ? sayOutOfPlace(plan, line.field(0), after)
          : sayUnknownGroup(plan, frame, line.field(0)),
    );
  }
}
