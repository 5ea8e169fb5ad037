import type { Document } from "../../src/core/file/document.ts";
import type { Problem } from "../../src/core/file/problem.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { readDocument } from "../../src/formats/recognise.ts";

/** The shipped catalogue, loaded once for all tests of a file. */
export const catalogue = loadCatalogue();

/** An MPAN core with the right check digit, made up. */
export const mpan = "9900012045006";
/** Another. */
export const otherMpan = "9900012045371";

/** What of a file's envelope a test may want to be otherwise. */
export interface Wrapping {
  readonly flow?: string;
  readonly groups?: number;
  readonly flows?: number;
  readonly header?: string;
  readonly trailer?: string;
}

/** Text of a flow file: the lines given between a header and a trailer that are right unless told otherwise. */
export function flowText(lines: readonly string[], wrapping: Wrapping = {}): string {
  const { flow = "D0010002", groups = lines.length, flows = 1 } = wrapping;
  const header = wrapping.header ?? `ZHV|0000000001|${flow}|D|BDCO|X|BSUP|20260504093000||||OPER|`;
  const trailer = wrapping.trailer ?? `ZPT|0000000001|${groups}||${flows}|20260504093105|`;
  return `${[header, ...lines, trailer].join("\n")}\n`;
}

/** One right D0010 message. */
export const reading: readonly string[] = [
  `026|${mpan}|V|`,
  "028|X10A 41230|C|",
  "030|S|20260503000000|10250.0|||T|N|",
];

/** The same with one line, counted from 0, written otherwise. */
export function readingWith(index: number, line: string): string[] {
  return reading.map((old, at) => (at === index ? line : old));
}

/** Reads the text as the Latin-1 bytes it stands for. */
export function read(text: string): Document {
  return readDocument(Buffer.from(text, "latin1"), catalogue);
}

/** Every problem of a file, its messages' too. */
export function allProblems(document: Document): Problem[] {
  return [...document.problems, ...document.items.flatMap((message) => message.problems)];
}

/** Codes of every problem, in the order found: the file's own first. */
export function codes(document: Document): string[] {
  return allProblems(document).map((problem) => problem.code);
}

/** The data of each message. */
export function data(document: Document): unknown[] {
  return document.items.map((message) => JSON.parse(message.json()));
}
