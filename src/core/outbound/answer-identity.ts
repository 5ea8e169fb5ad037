/** What we send of our own accord to say what became of a file: a settlement response or a status file. */
export type AnswerKind = "answer" | "status";

/** Both of them. */
export const answerKinds: readonly AnswerKind[] = ["answer", "status"];

/** Identity of what says something of a file for the first time, however often that is tried. */
export function answerIdentity(kind: AnswerKind, file: number): string {
  return `${kind}:${file}`;
}

/** Identity of what says something of a file once more: the number tells it from the others. */
export function numberedIdentity(kind: AnswerKind, file: number, number: number): string {
  return `${answerIdentity(kind, file)}:${number}`;
}

/** The file that came in and is answered by what was sent under an identity; null when it answers none. */
export function answeredFile(identity: string | null): number | null {
  const found = /^(?:answer|status):(\d+)(?::\d+)?$/.exec(identity ?? "")?.[1];
  return found === undefined ? null : Number(found);
}
