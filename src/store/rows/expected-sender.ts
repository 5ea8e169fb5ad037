import type { ExpectedFile } from "../../core/process/expected.ts";

/** What a file is looked for by that is expected, as the parameters of statements. */
export interface SoughtFile {
  readonly name: string;
  readonly flow: string;
  readonly role: string | null;
  readonly participant: string | null;
  readonly after: number;
}

/** The sender of an expected file by its role and participant; null for any. */
export function expectedSender({ from }: ExpectedFile): Pick<SoughtFile, "role" | "participant"> {
  const [first = null, second = null] = from?.split(":") ?? [];
  return second === null
    ? { role: null, participant: first }
    : { role: first, participant: second };
}
