import { identifierFault } from "../../../catalogue/identifier.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import type { Line } from "../read/lines/line.ts";
import type { FlowNode } from "../read/plan.ts";
import { checkFormat, checkMeaning } from "./field-rule.ts";
import type { TreeFindings } from "./findings.ts";
import { sayFault } from "./say-fault.ts";
import { sayHigh } from "./say-high.ts";

/** Checks the fields of lines against their groups. */
export class FieldCheck {
  readonly #findings: TreeFindings;
  /** The very version of the flow is in the catalogue; otherwise fewer fields are no error. */
  readonly #exact: boolean;
  /** Every line should end with the delimiter. */
  readonly #closed: boolean;

  constructor(findings: TreeFindings, exact: boolean, closed: boolean) {
    this.#findings = findings;
    this.#exact = exact;
    this.#closed = closed;
  }

  /** Every field of the line, each problem found. Hot: runs for every line of every file. */
  check(node: FlowNode, line: Line): void {
    const { rules } = node;
    const { bytes, ends } = line;
    const found = line.count - 1;
    if (found !== rules.length || !line.terminated) this.#checkCount(node, line, found);
    if (line.odd) this.#checkCharacters(node, line);
    const checked = Math.min(found, rules.length);
    let start = (ends[0] ?? 0) + 1;
    for (let index = 0; index < checked; index += 1) {
      const end = ends[index + 1] ?? 0;
      const rule = rules[index];
      if (rule === undefined) break;
      if (start >= end) {
        if (rule.required) this.#report(node, line, index, "MISSING_VALUE");
      } else if (rule.unused) this.#report(node, line, index, "UNUSED_FILLED");
      else {
        const fault = checkFormat(rule, bytes, start, end) ?? checkMeaning(rule, bytes, start, end);
        if (fault !== null) this.#reportValue(node, line, index, fault);
      }
      start = end + 1;
    }
  }

  /** A subject is one whatever its format is inferred to be: what is wrong with it must not pass as a warning. */
  #reportValue(node: FlowNode, line: Line, index: number, fault: ProblemCode): void {
    const kind = node.rules[index]?.subject ?? null;
    const inferred = node.fields[index]?.inferred === true && isFormatFault(fault);
    const identifier =
      kind === null || !inferred ? null : identifierFault(kind, line.field(index + 1));
    this.#report(node, line, index, identifier ?? fault);
  }

  #report(node: FlowNode, line: Line, index: number, fault: ProblemCode): void {
    const field = node.fields[index];
    if (field === undefined) return;
    const format = fault !== "MISSING_VALUE" && fault !== "UNUSED_FILLED" && field.inferred;
    const code = format && isFormatFault(fault) ? "INFERRED_FORMAT" : fault;
    const value = () => line.field(index + 1);
    this.#findings.find(
      node.inMessage,
      code,
      () => ({
        line: line.number,
        group: node.group.code,
        field: field.key,
        value: code === "MISSING_VALUE" ? null : value(),
      }),
      (raised) => sayFault(code, field, value(), raised, node.rules[index]?.subject ?? null),
    );
  }

  #checkCount(node: FlowNode, line: Line, found: number): void {
    const { code } = node.group;
    const right = node.rules.length;
    const place = () => ({ line: line.number, group: code, value: String(found) });
    const say = (what: string) => () =>
      `Group ${code} has ${found} field${found === 1 ? "" : "s"} where ${right} would be right: ${what}.`;
    if (!this.#closed && line.terminated && found === right - 1) this.#checkLastEmpty(node, line);
    else if (found < right)
      if (this.#exact)
        this.#add(node, "TOO_FEW_FIELDS", place, say("ask the sender for the whole line"));
      else this.#add(node, "FEWER_FIELDS", place, say("taken as fields of another version"));
    else if (found > right && !node.open)
      if (onlyEmptyAfter(line, right))
        this.#add(
          node,
          "EXTRA_EMPTY_FIELDS",
          place,
          say("the ones to spare are empty and ignored"),
        );
      else this.#add(node, "TOO_MANY_FIELDS", place, say(sayTooMany(line, right)));
    if (this.#closed && !line.terminated && !line.cut && found >= right)
      this.#add(
        node,
        "NO_FINAL_PIPE",
        () => ({ line: line.number, group: code }),
        () =>
          `The line ends without the pipe that closes its last field; nothing seems to be lost.`,
      );
  }

  /** What looks like the delimiter after the last field is before an empty one. */
  #checkLastEmpty(node: FlowNode, line: Line): void {
    const last = node.rules.length - 1;
    if (node.rules[last]?.required === true) this.#report(node, line, last, "MISSING_VALUE");
  }

  #checkCharacters(node: FlowNode, line: Line): void {
    let high = false;
    for (let index = 1; index < line.count; index += 1) {
      const text = line.field(index);
      const key = node.fields[index - 1]?.key ?? null;
      const place = () => ({ line: line.number, group: node.group.code, field: key, value: text });
      if (hasControl(text))
        this.#add(
          node,
          "CONTROL_CHARACTER",
          place,
          () =>
            "The value has a control character in it (shown as \\t or its number, \\u{7f}); ask the sender to correct the file.",
        );
      else if (!high && hasHigh(text)) {
        high = true;
        this.#add(
          node,
          "HIGH_CHARACTER",
          place,
          (raised) => `The value has characters outside plain ASCII; ${sayHigh(raised)}.`,
        );
      }
    }
  }

  #add(
    node: FlowNode,
    code: ProblemCode,
    place: Parameters<TreeFindings["find"]>[2],
    say: Parameters<TreeFindings["find"]>[3],
  ): void {
    this.#findings.find(node.inMessage, code, place, say);
  }
}

/** What is wrong with fields to spare: trailing blanks are as good a reason as values, and easily overlooked. */
function sayTooMany(line: Line, right: number): string {
  for (let index = right + 1; index < line.count; index += 1)
    if (line.field(index).trim() !== "") return "ask the sender to correct the file";
  return "the ones to spare hold nothing but blanks; ask the sender to leave them out";
}

/** What values of the right format may be reported. */
const meaningFaults: ReadonlySet<ProblemCode> = new Set([
  "MPAN_CHECK_DIGIT",
  "UNLISTED_CODE",
  "SPOILT_IDENTIFIER",
  "NO_METER_POINT",
  "SUBJECT_CHECK_DIGIT",
]);

function isFormatFault(code: ProblemCode): boolean {
  return !meaningFaults.has(code);
}

/** Whether the fields after the first `right` are all empty. */
export function onlyEmptyAfter(line: Line, right: number): boolean {
  for (let index = right + 1; index < line.count; index += 1)
    if (line.field(index) !== "") return false;
  return true;
}

/** Whether text has a control character. */
export function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

/** Whether text has a character that is not plain ASCII. */
export function hasHigh(text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (text.charCodeAt(index) > 0x7f) return true;
  return false;
}
