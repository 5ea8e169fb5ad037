import type { FileNames } from "../file-names.ts";
import type { OwnRgmaCodes, RgmaCodes } from "./rgma-schema.ts";

/** The shipped codes with an installation's own in their places, which count as seen. */
export function withOwnCodes(shipped: RgmaCodes, own: OwnRgmaCodes): RgmaCodes {
  const seen = (code: string) => ({ code, basis: "read" as const });
  const records = Object.entries(own.records ?? {}).map(([name, code]) => [name, seen(code)]);
  return {
    ...shipped,
    trailer: own.trailer === undefined ? shipped.trailer : seen(own.trailer),
    records: { ...shipped.records, ...Object.fromEntries(records) },
    roles: { ...shipped.roles, ...own.roles },
    transactionTypes: { ...shipped.transactionTypes, ...own.transactionTypes },
  };
}

/** Records that answers to files are counted by: the answer, and what is said of the file as a whole. */
const countedOfAnswers = ["Response Transaction", "File Reason"];

/** How files of a flow name things. */
export function fileNames(flow: string, fileTypes: readonly string[], codes: RgmaCodes): FileNames {
  const { trailer, records } = codes;
  const answers = flow.startsWith("G07");
  const named = Object.entries(records);
  const unproved = named.filter(([, { basis }]) => basis !== "read");
  const codeOf = (name: string) => records[name]?.code ?? name;
  return {
    fileTypes,
    transactionTypes: codes.transactionTypes[flow] ?? [],
    trailer: trailer.code,
    unproved: Object.fromEntries([
      ...unproved.map(([name, { code }]) => [code, name]),
      ...(trailer.basis === "read" ? [] : [[trailer.code, "trailer"]]),
    ]),
    counted: answers ? countedOfAnswers.map(codeOf) : null,
    repeated: answers ? named.map(([, { code }]) => code) : [],
    roles: codes.roles,
  };
}
