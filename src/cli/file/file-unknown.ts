import { type UnknownFiles, unknownFilesOf } from "../../app/queries/unknown-files.ts";
import { counted } from "../../runtime/counted.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { type Session, withStore } from "../session.ts";
import { ingestNamed } from "./ingest.ts";

/** `busbar file unknown`. */
export interface FileUnknownOptions extends JsonOption {
  readonly take?: boolean;
  readonly history?: boolean;
  /** A day of the archive, `2026-03-02`: only files of that day and later. */
  readonly since?: string;
}

/** `busbar file unknown`: lists what the store has forgotten, and takes archived files in again. */
export async function fileUnknown(
  context: CommandContext,
  options: FileUnknownOptions,
): Promise<ExitCode> {
  const { take = false, history = false, json = false } = options;
  refuseSlips(options);
  const found = await withStore(context, (session) => unknownIn(session, context, options));
  if (typeof found === "number") return found;
  if (!json) await print(context, found, take);
  else if (!take)
    for (const kind of kinds) for (const file of found[kind]) await context.output.json(file);
  const paths = found.archived.map(({ path }) => path);
  if (take && paths.length > 0) return ingestNamed(context, paths, { json, history });
  return isNothing(found) ? exitCode.good : exitCode.failed;
}

function refuseSlips({ take, history, since }: FileUnknownOptions): void {
  if (history && !take)
    throw new CommandFailure("--history says how files are taken in; add --take", exitCode.usage);
  if (since !== undefined && !/^\d{4}-\d\d-\d\d$/.test(since))
    throw new CommandFailure(`${visible(since)} is no day; e.g. 2026-03-02`, exitCode.usage);
}

function unknownIn(
  session: Session,
  { say }: CommandContext,
  { since }: FileUnknownOptions,
): Promise<UnknownFiles> {
  const onSkipped = (path: string, error: unknown) =>
    say(`busbar: ${visible(path)} cannot be read: ${errorMessage(error)}`);
  return unknownFilesOf(session, { onSkipped, ...(since !== undefined && { since }) });
}

const kinds = ["archived", "quarantined", "sent"] as const;

function isNothing(found: UnknownFiles): boolean {
  return kinds.every((kind) => found[kind].length === 0) && found.unseen.length === 0;
}

async function print(
  { output }: CommandContext,
  found: UnknownFiles,
  take: boolean,
): Promise<void> {
  const { archived, quarantined, sent, unseen } = found;
  if (isNothing(found)) {
    await output.line(
      "The store knows every file in the archives, quarantine folders and outbound folders.",
    );
    return;
  }
  if (unseen.length > 0)
    await output.line(
      `What was sent by ${visible(unseen.join(", "))} is unknown, since the folder there could not be looked at: \`busbar channel check NAME\` says why. Ask the partner what came since the backup, before you release outbound.`,
    );
  if (sent.length > 0) {
    await output.line("In outbound folders, and no outbound file that Busbar knows");
    await output.lines(sent.map(({ path }) => `  ${visible(path)}`));
    await output.line(
      "  Their numbers are spent: `busbar verify` and `busbar outbound number --help` say how to move them on.",
    );
  }
  if (quarantined.length > 0) {
    await output.line("In quarantine, and not in the store");
    await output.lines(quarantined.map(({ path }) => `  ${visible(path)}`));
    await output.line(
      "  They were refused, and the number before each name is of the store that was: another file may have it now. The reason is beside each. What came in an archive comes again with it; a file that is still wanted: `busbar ingest FILE`; one that is not may be deleted with its reason.",
    );
  }
  if (archived.length === 0 || take) return;
  await output.line("In archives, and not in the store");
  await output.lines(archived.map(({ path }) => `  ${visible(path)}`));
  await output.line(
    `  \`busbar file unknown --take\` takes ${counted(archived.length, "file")} in again; with --history nothing is done because of them.`,
  );
}
