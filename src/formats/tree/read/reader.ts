import type { FlowRules } from "../../../catalogue/flow-rules.ts";
import type { Outcome } from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { FlowReader, ReaderContext, ReaderOptions } from "../../family.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { ProblemLog, type ProblemPlace, problem } from "../../problem-log.ts";
import { easedCodes, isStrict } from "../../strict-codes.ts";
import { recordChecksum } from "../check/checksum.ts";
import type { TreeFindings } from "../check/findings.ts";
import type { Limits } from "../check/limits.ts";
import { Body, sayTooLong } from "./body.ts";
import { type Frame, frameFor, rulesOf } from "./frame.ts";
import { FurtherParts, noFindings } from "./further-parts.ts";
import { type Line, packCode } from "./lines/line.ts";
import { LineFeed, type LineSink } from "./lines/line-feed.ts";
import type { LinesAhead } from "./lines/lines-ahead.ts";
import { endsInReturns, holdsNothing } from "./lines/lost-line.ts";
import { planFor } from "./plan.ts";
import { readByDefinition } from "./read-by-definition.ts";
import type { Recorder } from "./recorder.ts";
import {
  sayAfterTrailer,
  sayBlankLines,
  sayByteOrderMark,
  sayNoGroups,
  sayNoHeader,
  sayNoTrailer,
  sayReturnsAlone,
  saySecondHeader,
} from "./say-frame.ts";
import { SharedGroups } from "./shared-groups.ts";

/** What is longer is no name of a flow, and is not carried about as one. Characters. */
const longestFlow = 80;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** What a reader of record trees is made with. */
export interface TreeReaderOptions extends ReaderOptions {
  readonly frame: Frame;
  readonly limits: Limits;
  /** The bytes pushed stay as they are for as long as the messages are used. */
  readonly stable: boolean;
  readonly recorder: Recorder | null;
}

/** Reads one file of records: header, groups, trailer, whatever pieces it comes in. */
export class TreeReader implements FlowReader, LineSink, TreeFindings {
  readonly #options: TreeReaderOptions;
  /** That of the flow, once its header has come. */
  #frame: Frame;
  readonly #headerCode: number;
  /** 0, which is the code of no line, where there is no trailer. */
  #trailerCode: number;
  readonly #feed: LineFeed;
  readonly #log = new ProblemLog();
  #envelope: Envelope | null = null;
  /** Null until a header named a flow of the catalogue. */
  #body: Body | null = null;
  #stage: "header" | "groups" | "after" | "lost" = "header";
  #rules: FlowRules;
  #groups = 0;
  /** Headers after the first. */
  #headers = 0;
  #checksum = 0;
  /** Some line was too long to be read whole. */
  #cut = false;
  #blankLine = 0;
  #blankLineNoted = false;
  #afterTrailer = false;
  readonly #parts = new FurtherParts();

  constructor(options: TreeReaderOptions) {
    const { frame } = options;
    this.#options = options;
    this.#frame = frame;
    this.#headerCode = packCode(frame.header);
    this.#trailerCode = frame.trailer === null ? 0 : packCode(frame.trailer);
    this.#rules = frame.row.rules;
    this.#feed = new LineFeed(this, frame.delimiter);
    this.#log.raise(frame.strict);
  }

  push(bytes: Uint8Array): void {
    const view = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const copied = !this.#options.stable && this.#options.onMessage !== undefined;
    this.#feed.push(copied ? Buffer.from(view) : view);
  }

  end(): Outcome {
    this.#feed.end();
    if (this.#stage === "groups") this.#endWithoutTrailer();
    if (this.#groups === 0 && this.#stage === "after")
      this.#find("NO_GROUPS", { line: null }, sayNoGroups);
    return {
      envelope: this.#envelope,
      problems: this.#log.finish(),
      messages: this.#body?.messages ?? 0,
      invalid: this.#body?.invalid ?? 0,
      lines: this.#feed.lines,
      sequenceNumber: this.#body?.sequenceNumber ?? null,
      ...(this.#parts.found.length > 0 && { furtherParts: this.#parts.found }),
    };
  }

  #endWithoutTrailer(): void {
    this.#endBody(0);
    const { trailer } = this.#frame;
    if (trailer === null || this.#body?.mayEndWithTrailer() === true) this.#stage = "after";
    else this.#find("MISSING_TRAILER", { line: null }, sayNoTrailer(trailer));
  }

  context(): ReaderContext {
    return this.#body?.shared ?? { family: this.#frame.family };
  }

  find(
    _inMessage: boolean,
    code: ProblemCode,
    place: () => ProblemPlace,
    say: (raised: boolean) => string,
  ): void {
    if (code === "FILE_IDENTIFIER_DIFFERS") this.#parts.trailer(this.#envelope, place());
    this.#log.add(this.#log.file, code, (raised) => problem(code, place(), say(raised)));
  }

  #find(code: ProblemCode, place: ProblemPlace, sentence: string): void {
    this.#log.add(this.#log.file, code, () => problem(code, place, sentence));
  }

  regionBegins(bytes: Buffer, from: number): void {
    this.#body?.collector.regionBegins(bytes, from);
  }

  regionEnds(to: number): void {
    this.#body?.collector.regionEnds(to);
  }

  line(line: Line, ahead: LinesAhead): boolean {
    if (this.#stage === "groups" && this.#body?.canPlace(line, ahead) === false) return false;
    this.#take(line, ahead);
    return true;
  }

  #take(line: Line, ahead: LinesAhead): void {
    if (line.number === 1) this.#skipByteOrderMark(line);
    if (line.end === line.start) {
      if (this.#blankLine === 0) this.#blankLine = line.number;
      return;
    }
    if (this.#blankLine > 0 && this.#stage !== "after") this.#noteBlankLine();
    if (this.#stage === "groups") this.#inside(line, ahead);
    else if (this.#stage === "header") this.#header(line);
    else if (this.#stage === "after") this.#after(line);
  }

  #inside(line: Line, ahead: LinesAhead): void {
    const code = line.code();
    if (line.cut) this.#cut = true;
    if (code === this.#trailerCode) this.#trailer(line);
    else if (code === this.#headerCode) this.#secondHeader(line);
    else {
      this.#groups += 1;
      if (this.#frame.checksum) this.#addToChecksum(line);
      if (this.#body !== null) this.#takeLine(this.#body, line, ahead);
      else if (line.cut) this.#tooLong(line);
    }
  }

  #takeLine(body: Body, line: Line, ahead: LinesAhead): void {
    const node = body.line(line, ahead);
    if (node !== null) this.#options.recorder?.group(line.number, node);
  }

  #header(line: Line): void {
    const { header } = this.#frame;
    if (line.code() !== this.#headerCode) {
      this.#stage = "lost";
      const place = { line: line.number, value: line.field(0) };
      this.#find("UNKNOWN_FORMAT", place, sayNoHeader(header));
      return;
    }
    if (line.odd && endsInReturns(line, this.#frame)) {
      this.#lose(line);
      return;
    }
    this.#stage = "groups";
    if (line.cut) {
      this.#cut = true;
      this.#tooLong(line);
    }
    if (this.#frame.checksum) this.#addToChecksum(line);
    if (this.#options.recorder !== null) this.#options.recorder.header = line.number;
    const envelope = this.#frame.readHeader(line, this);
    this.#envelope = envelope !== null && envelope.flow.length > longestFlow ? null : envelope;
    if (this.#envelope !== null) this.#openBody(line, this.#envelope);
  }

  /** All lines of the file have run into its header: nothing but that is said of it. */
  #lose(line: Line): void {
    this.#stage = "lost";
    this.#envelope = this.#frame.readHeader(line, noFindings);
    const place = { line: line.number, group: this.#frame.header };
    this.#find("CONTROL_CHARACTER", place, sayReturnsAlone);
  }

  #openBody(line: Line, { flow, version }: Envelope): void {
    const place = { line: line.number, group: this.#frame.header, field: "flow", value: flow };
    const found = readByDefinition(this.#frame, this.#options.catalogue, { flow, version });
    for (const { code, say } of found.said) this.#find(code, place, say);
    if (found.definition === null) return;
    const { definition, exact } = found;
    this.#frame = frameFor(this.#frame, definition);
    const { trailer } = this.#frame;
    this.#trailerCode = trailer === null ? 0 : packCode(trailer);
    this.#rules = rulesOf(this.#frame, definition);
    if (isStrict(this.#options.catalogue, flow)) this.#log.raise(["UNLISTED_CODE"]);
    this.#log.ease(easedCodes(this.#options.catalogue, flow));
    const { onMessage = null, context, limits } = this.#options;
    this.#body = new Body({
      plan: planFor(definition, this.#frame.delimiter),
      frame: this.#frame,
      exact,
      limits,
      log: this.#log,
      onMessage,
      context: context instanceof SharedGroups ? context : null,
      recorder: this.#options.recorder,
    });
    this.#body.collector.regionBegins(line.bytes, line.end);
  }

  #addToChecksum({ bytes, start, end }: Line): void {
    this.#checksum = (this.#checksum ^ recordChecksum(bytes, start, end)) >>> 0;
  }

  #trailer(line: Line): void {
    this.#stage = "after";
    if (line.cut) this.#tooLong(line);
    if (this.#options.recorder !== null) this.#options.recorder.trailer = line.number;
    this.#endBody(line.start);
    const { firstGroups, messages } = this.#body ?? { firstGroups: 0, messages: 0 };
    this.#frame.checkTrailer(
      line,
      this.#envelope,
      {
        groups: this.#groups,
        headers: this.#headers,
        firstGroups,
        messages,
        known: this.#body !== null,
        checksum: this.#cut || this.#headers > 0 ? null : this.#checksum,
        rules: this.#rules,
      },
      this,
    );
  }

  /** A file that holds nothing lacks no groups. */
  #endBody(at: number): void {
    if (this.#groups > 0) this.#body?.end(at);
    else if (this.#body !== null) this.#body.shared.complete = true;
  }

  #secondHeader(line: Line): void {
    this.#headers += 1;
    const { header } = this.#frame;
    this.#parts.header(line, this.#frame);
    const place = { line: line.number, group: header, value: line.field(1) };
    this.#find("SECOND_HEADER", place, saySecondHeader(header));
  }

  #after(line: Line): void {
    this.#parts.after(line, this.#frame);
    if (this.#afterTrailer) return;
    this.#afterTrailer = true;
    const { trailer } = this.#frame;
    const place = { line: line.number, value: line.field(0) };
    this.#find("AFTER_TRAILER", place, sayAfterTrailer(trailer, holdsNothing(line)));
  }

  #tooLong(line: Line): void {
    const place = { line: line.number, value: line.field(0) };
    this.#find("LINE_TOO_LONG", place, sayTooLong);
  }

  #noteBlankLine(): void {
    if (this.#blankLineNoted) return;
    this.#blankLineNoted = true;
    this.#find("BLANK_LINE", { line: this.#blankLine }, sayBlankLines);
  }

  #skipByteOrderMark(line: Line): void {
    const { bytes, start, end } = line;
    if (end - start < 3 || !bytes.subarray(start, start + 3).equals(byteOrderMark)) return;
    line.scan(bytes, start + 3);
    this.#find("BYTE_ORDER_MARK", { line: 1 }, sayByteOrderMark);
  }
}
