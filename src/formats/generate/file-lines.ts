import type { GeneratedFile } from "./generate.ts";

/** A made-up file in User File Format, line by line without line ends: header, groups, trailer. */
export function* fileLines({ envelope, lines, flowCount }: GeneratedFile): Generator<string> {
  const { flow, version, fileIdentifier, from, to, created, testFlag } = envelope;
  const parties = [from.role, from.participant, to.role, to.participant];
  const reference = `${flow}${version}`;
  yield terminated(["ZHV", fileIdentifier, reference, ...parties, created, "", "", "", testFlag]);
  for (const line of lines) yield terminated(line);
  yield terminated(["ZPT", fileIdentifier, lines.length, "", flowCount, created]);
}

/** Fields as a line: each is ended by a pipe, the last one, too. */
function terminated(fields: readonly (string | number | null)[]): string {
  return `${fields.join("|")}|`;
}
