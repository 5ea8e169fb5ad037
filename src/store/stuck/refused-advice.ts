import { type Advice, advice } from "../../core/stuck/remedy.ts";
import { type CauseOfKind, dismiss, reprocessRemedy } from "./kind-row.ts";

/**
 * Problems that what we read by may be to blame for as well as the file: the catalogue, a definition, a
 * setting, a key. Of others the file is more likely wrong, and reading its bytes again does not fix it.
 */
const maybeOurs: ReadonlySet<string> = new Set([
  "UNKNOWN_FORMAT",
  "UNKNOWN_FLOW",
  "UNKNOWN_GROUP",
  "GROUP_OUT_OF_PLACE",
  "MISSING_GROUP",
  "TOO_MANY_GROUPS",
  "WRONG_OCCURRENCES",
  "UNLISTED_CODE",
  "UNKNOWN_ROLE",
  "UNKNOWN_NAME",
  "UNKNOWN_COLUMN",
  "UNKNOWN_MEMBER",
  "MISSING_COLUMN",
  "WRONG_TYPE",
  "ROUTE",
  "PGP_NO_KEY",
  "PGP_KEY_UNUSABLE",
  "PGP_UNKNOWN_SIGNER",
]);

/** Problems of files in which no identifier can be read: no other file can be known to stand for one. */
const withoutIdentifier: ReadonlySet<string> = new Set(["EMPTY_FILE", "UNKNOWN_FORMAT"]);

/** Problems of files that may hold several, or a part of which nobody can read whose it is. */
const mayHoldMore: ReadonlySet<string> = new Set([
  "SECOND_HEADER",
  "FILE_IDENTIFIER_DIFFERS",
  "AFTER_TRAILER",
]);

/** Whether nothing can be known to stand for it: containers have no identifiers, nor has a file that no header is read of. */
function hasNoIdentifier({ title }: CauseOfKind): boolean {
  const code = codeOf({ title });
  if (withoutIdentifier.has(code) || code.startsWith("PACKED_")) return true;
  // A plain file that should have come encrypted is read all the same, and its flow is reported.
  return code.startsWith("PGP_") && !title.startsWith(`${code} in `);
}

/** The code of the problem that a cause is of: its title begins with it. */
function codeOf({ title }: Pick<CauseOfKind, "title">): string {
  return title.split(/[ ,]/, 1)[0] ?? "";
}

/** What helps when the file is wrong and when we are, the likelier first. */
function eitherOf(cause: CauseOfKind, theirs: readonly Advice[]): readonly Advice[] {
  const ours = advice(
    "Our catalogue, definition or setting was wrong and is fixed: {}",
    reprocessRemedy(cause),
  );
  return maybeOurs.has(codeOf(cause)) ? [ours, ...theirs] : [...theirs, ours];
}

/** What helps with files that were refused. */
export function refusedFileAdvice(cause: CauseOfKind): readonly Advice[] {
  if (mayHoldMore.has(codeOf(cause)))
    return eitherOf(cause, [
      advice(
        "Several files may have run into one: ask the sender for each by itself; this clears itself only when one with each identifier found in it is recorded",
      ),
      advice(
        "One of them does not come, or comes with another identifier: see in each what it holds, then dismiss this: {}",
        dismiss(cause),
      ),
    ]);
  if (hasNoIdentifier(cause))
    return eitherOf(cause, [
      advice(
        "The file is wrong: ask the sender to send it again, and dismiss this: {}",
        dismiss(cause),
      ),
    ]);
  return eitherOf(cause, [
    advice(
      "The file is wrong: ask the sender to send it again; this clears itself when one with its identifier is recorded (where it holds several files, one with each)",
    ),
    advice("One comes with another identifier, or none: dismiss this: {}", dismiss(cause)),
  ]);
}

/** What helps with messages that have an error of their own. */
export function invalidMessageAdvice(cause: CauseOfKind): readonly Advice[] {
  return eitherOf(cause, [
    advice(
      "The file is wrong, and comes again with the same identifier: it is a conflict then, settled by {}",
      { remedy: "decide-file", file: null },
    ),
    advice("The file is wrong, and comes again with a new identifier: {}", dismiss(cause)),
  ]);
}
