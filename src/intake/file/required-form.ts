import type { JudgedOutcome } from "../../core/file/document.ts";
import type { Problem } from "../../core/file/problem.ts";
import { problem } from "../../formats/problem-log.ts";
import type { PackedSettings } from "../channel/context.ts";

/** A file that came by itself, not in a container; `by` is the channel. */
interface Came {
  readonly by: string;
}

const must = {
  signed: "signed by one of `signers`",
  encrypted: "encrypted to our key",
  both: "encrypted to our key and signed by one of `signers`",
} as const;

/**
 * What is wrong with a file that came by a channel and is no OpenPGP message: nothing unless `pgp: require`
 * asks for messages. What a message or its signature lacks is said where it is opened.
 */
export function formProblem(packed: PackedSettings, { by }: Came): Problem | null {
  const required = packed.pgpOf(by)?.require ?? null;
  if (required === null) return null;
  const say = `The file is no OpenPGP message, and \`pgp: require\` in busbar.yaml says that what comes by ${by} is ${must[required]}: anybody who may write there could have laid it down. Ask the sender for the file as such a message; if plain files are right, take the setting off and read it again.`;
  return problem("PGP_REQUIRED", { line: null, value: required }, say);
}

/** What is made of a plain file, refused where its channel asks for messages. */
export function withForm(
  packed: PackedSettings,
  came: Came,
  outcome: JudgedOutcome,
): JudgedOutcome {
  const found = formProblem(packed, came);
  return found === null ? outcome : { ...outcome, problems: [found, ...outcome.problems] };
}
