import type { TreeFamily } from "../../catalogue/flow-rules.ts";
import type { Outcome } from "../../core/document.ts";
import type { Envelope } from "../../core/envelope.ts";
import type { FlowReader, ReaderContext, ReaderOptions } from "../family.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { type Place, ProblemLog, problem } from "../problem-log.ts";
import { readHeader } from "../user-file/header.ts";
import { checkTrailer } from "../user-file/trailer.ts";
import { Body, sayTooLong } from "./body.ts";
import type { Findings } from "./findings.ts";
import type { Limits } from "./limits.ts";
import { type Line, packCode } from "./line.ts";
import { LineFeed, type LineSink } from "./line-feed.ts";
import { planFor } from "./plan.ts";
import { SharedGroups } from "./shared-groups.ts";

const header = packCode("ZHV");
const trailer = packCode("ZPT");
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Families whose flows are those of the Data Transfer Catalogue, which this envelope can carry. */
const dtcFamilies: ReadonlySet<TreeFamily> = new Set(["user-file", "pool"]);

/** Reads one ZHV … ZPT file: header, groups, trailer, whatever pieces it comes in. */
export class UserFileReader implements FlowReader, LineSink, Findings {
  readonly #options: ReaderOptions;
  readonly #limits: Limits;
  readonly #feed = new LineFeed(this);
  readonly #log = new ProblemLog();
  /** The bytes pushed stay as they are for as long as the messages are used. */
  readonly #stable: boolean;
  #envelope: Envelope | null = null;
  /** Null until a header named a flow of the catalogue. */
  #body: Body | null = null;
  #stage: "header" | "groups" | "after" | "lost" = "header";
  #groups = 0;
  #blankLine = 0;
  #blankLineNoted = false;
  #afterTrailer = false;

  constructor(options: ReaderOptions, limits: Limits, stable: boolean) {
    this.#options = options;
    this.#limits = limits;
    this.#stable = stable;
  }

  push(bytes: Uint8Array): void {
    const view = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const copied = !this.#stable && this.#options.onMessage !== undefined;
    this.#feed.push(copied ? Buffer.from(view) : view);
  }

  end(): Outcome {
    this.#feed.end();
    if (this.#stage === "groups") {
      this.#endBody(0);
      this.#find(
        "MISSING_TRAILER",
        { line: null },
        "The file has no trailer (ZPT), so it is cut short; ask the sender for the whole file.",
      );
    }
    if (this.#groups === 0 && this.#stage === "after")
      this.#find(
        "NO_GROUPS",
        { line: null },
        "The file holds nothing between its header and its trailer; there is nothing to take from it.",
      );
    return {
      envelope: this.#envelope,
      problems: this.#log.finish(),
      messages: this.#body?.messages ?? 0,
      held: this.#body?.held ?? 0,
      lines: this.#feed.lines,
    };
  }

  context(): ReaderContext {
    return this.#body?.shared ?? { family: "user-file" };
  }

  find(_inMessage: boolean, code: ProblemCode, place: () => Place, say: () => string): void {
    this.#log.add(this.#log.file, code, () => problem(code, place(), say()));
  }

  #find(code: ProblemCode, place: Place, sentence: string): void {
    this.#log.add(this.#log.file, code, () => problem(code, place, sentence));
  }

  regionBegins(bytes: Buffer, from: number): void {
    this.#body?.collector.regionBegins(bytes, from);
  }

  regionEnds(to: number): void {
    this.#body?.collector.regionEnds(to);
  }

  line(line: Line): void {
    if (line.number === 1) this.#skipByteOrderMark(line);
    if (line.end === line.start) {
      if (this.#blankLine === 0) this.#blankLine = line.number;
      return;
    }
    if (this.#blankLine > 0 && this.#stage !== "after") this.#noteBlankLine();
    if (this.#stage === "groups") this.#inside(line);
    else if (this.#stage === "header") this.#header(line);
    else if (this.#stage === "after") this.#after(line);
  }

  #inside(line: Line): void {
    const code = line.code();
    if (code === trailer) this.#trailer(line);
    else if (code === header) this.#secondHeader(line);
    else {
      this.#groups += 1;
      if (this.#body !== null) this.#body.line(line);
      else if (line.cut) this.#tooLong(line);
    }
  }

  #header(line: Line): void {
    if (line.code() !== header) {
      this.#stage = "lost";
      const place = { line: line.number, value: line.field(0) };
      this.#find(
        "UNKNOWN_FORMAT",
        place,
        "The file does not begin with a header (ZHV); it is kept as it is.",
      );
      return;
    }
    this.#stage = "groups";
    if (line.cut) this.#tooLong(line);
    this.#envelope = readHeader(line, this);
    if (this.#envelope !== null) this.#openBody(line, this.#envelope);
  }

  #openBody(line: Line, { flow, version }: Envelope): void {
    const place = { line: line.number, group: "ZHV", field: "flow", value: line.field(2) };
    const found = this.#options.catalogue.find(flow, version);
    if (found === null || !dtcFamilies.has(found.definition.family)) {
      this.#find(
        "UNKNOWN_FLOW",
        place,
        `The catalogue has no flow "${printable(flow)}"; look whether the header is right, or have the flow added to the catalogue and read the file again.`,
      );
      return;
    }
    const { definition, exact } = found;
    if (!exact)
      this.#find(
        "OTHER_VERSION",
        place,
        `${version === null ? "The header names no version" : `Version ${version} is not in the catalogue`}; the file is read as ${flow} version ${definition.version}.`,
      );
    const { onMessage = null, context } = this.#options;
    this.#body = new Body({
      plan: planFor(definition),
      exact,
      limits: this.#limits,
      log: this.#log,
      onMessage,
      context: context instanceof SharedGroups ? context : null,
    });
    this.#body.collector.regionBegins(line.bytes, line.end);
  }

  #trailer(line: Line): void {
    this.#stage = "after";
    if (line.cut) this.#tooLong(line);
    this.#endBody(line.start);
    const { firstGroups, messages } = this.#body ?? { firstGroups: 0, messages: 0 };
    const counted = { groups: this.#groups, firstGroups, messages, known: this.#body !== null };
    checkTrailer(line, this.#envelope, counted, this);
  }

  /** A file that holds nothing lacks no groups. */
  #endBody(at: number): void {
    if (this.#groups > 0) this.#body?.end(at);
    else if (this.#body !== null) this.#body.shared.complete = true;
  }

  #secondHeader(line: Line): void {
    const place = { line: line.number, group: "ZHV", value: line.field(1) };
    this.#find(
      "SECOND_HEADER",
      place,
      "A second header (ZHV) stands inside the file: two files have run into one, or the first lost its trailer; ask the sender for both.",
    );
  }

  #after(line: Line): void {
    if (this.#afterTrailer) return;
    this.#afterTrailer = true;
    const place = { line: line.number, value: line.field(0) };
    this.#find(
      "AFTER_TRAILER",
      place,
      "There are lines after the trailer (ZPT), which ends a file: two files may have run into one; ask the sender for each by itself.",
    );
  }

  #tooLong(line: Line): void {
    const place = { line: line.number, value: line.field(0) };
    this.#find("LINE_TOO_LONG", place, sayTooLong);
  }

  #noteBlankLine(): void {
    if (this.#blankLineNoted) return;
    this.#blankLineNoted = true;
    this.#find(
      "BLANK_LINE",
      { line: this.#blankLine },
      "The file has blank lines before its trailer; they are ignored and counted for nothing.",
    );
  }

  #skipByteOrderMark(line: Line): void {
    const { bytes, start, end } = line;
    if (end - start < 3 || !bytes.subarray(start, start + 3).equals(byteOrderMark)) return;
    line.scan(bytes, start + 3);
    this.#find(
      "BYTE_ORDER_MARK",
      { line: 1 },
      "The file begins with a byte order mark, which User File Format has not; it is ignored.",
    );
  }
}
