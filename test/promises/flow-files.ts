import { madeZip } from "../packed/made-zip.ts";

/** A file to drop into an inbox. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** The files in it, each at its place, when it is a container that is taken. */
  readonly holds?: readonly SentFile[];
}

const checkWeights = [3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43];

/** An MPAN core with a right check digit, made from a number. */
export function mpan(number: number): string {
  const body = `12${String(number).padStart(10, "0")}`;
  const sum = checkWeights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + String((sum % 11) % 10);
}

/** The text of a D0010 with one reading for each MPAN core. */
export function d0010(
  fileIdentifier: string,
  mpans: readonly string[],
  reading = "1042.0",
): string {
  const groups = mpans.flatMap((core) => [
    `026|${core}|V|`,
    "028|K14X 00917|D|",
    `030|S|20240131000000|${reading}|||T|N|`,
  ]);
  return [
    `ZHV|${fileIdentifier}|D0010002|D|DUMY|X|SUPP|20240201093000||||OPER|`,
    ...groups,
    `ZPT|${fileIdentifier}|${groups.length}||${mpans.length}|20240201093000|`,
    "",
  ].join("\n");
}

/** A good file, with its own identifier and MPAN cores, told by its number. */
export function goodFile(number: number, messages = 1): SentFile {
  const identifier = String(number).padStart(10, "0");
  const cores = Array.from({ length: messages }, (_, at) => mpan(number * 1_000 + at));
  return { name: `D0010_${identifier}.uff`, bytes: Buffer.from(d0010(identifier, cores)) };
}

/** The same file without its trailer. */
export function cutShort({ name, bytes }: SentFile): SentFile {
  const text = bytes.toString();
  return { name, bytes: Buffer.from(text.slice(0, text.lastIndexOf("ZPT"))) };
}

/** Files in a zip archive. */
export function zipOf(name: string, holds: readonly SentFile[]): SentFile {
  return { name, bytes: madeZip(holds), holds };
}
