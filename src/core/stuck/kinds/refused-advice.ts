import { type Advice, advice } from "../remedy.ts";
import { type CauseOfKind, dismiss, reprocessRemedy } from "./row.ts";

/**
 * Problems that what we read by may be to blame for as well as the file: the catalogue, a definition, a
 * setting, a key. Of others the file is more likely wrong, and reading its bytes again does not mend it.
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

/** Problems of files in which no identifier can be read: no other file can be told to stand for one. */
const withoutIdentifier: ReadonlySet<string> = new Set(["EMPTY_FILE", "UNKNOWN_FORMAT"]);

/** The code of the problem that a cause is of: its title begins with it. */
function codeOf({ title }: CauseOfKind): string {
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
  if (withoutIdentifier.has(codeOf(cause)))
    return eitherOf(cause, [
      advice(
        "The file is wrong: ask the sender to send it again, and dismiss this: {}",
        dismiss(cause),
      ),
    ]);
  return eitherOf(cause, [
    advice(
      "The file is wrong: ask the sender to send it again; this clears itself when one with its identifier is recorded",
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
