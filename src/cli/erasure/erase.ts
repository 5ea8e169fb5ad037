import { eraseSubject, type SubjectErasure } from "../../app/commands/erasure/erase-subject.ts";
import { listErasures } from "../../app/queries/erasures.ts";
import { viewErased, viewErasure } from "../../app/views/daemon/erasure-view.ts";
import { counted } from "../../runtime/counted.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { Erasure } from "../../store/port/erasure-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar erase`. */
export interface EraseOptions extends JsonOption, DecisionOptions {
  readonly dryRun?: boolean;
}

/** `busbar erase KEY`: erases what is said of a person, or says what that would touch. */
export function erase(
  context: CommandContext,
  key: string,
  options: EraseOptions,
): Promise<ExitCode> {
  const { output } = context;
  const by = decisionOf(options);
  const { dryRun: isDry = false, json = false } = options;
  return withStore(context, async (session) => {
    const done = await eraseSubject(session, { key, isDry }, by);
    if (json) await output.json(viewErased(done));
    else await output.lines(linesOf(done));
    return exitCode.good;
  });
}

function linesOf(done: SubjectErasure): string[] {
  const { key, isDry, erasure, touched, processes, copies, elsewhere } = done;
  if (done.isNothing)
    return [
      `Nothing personal is kept of ${visible(key)}${isDry ? "" : ": nothing was erased"}.`,
      ...namedLines(done),
      ...elsewhereLines(elsewhere),
      ...storeLines(done),
    ];
  const title = isDry ? "would be erased" : `erased (erasure ${erasure.id})`;
  const inFiles = touched.map(
    ({ about, whole }) => `  ${about}${whole ? ": all of its bytes, nothing of them stays" : ""}`,
  );
  return [
    `What is said of the person of ${visible(key)} ${title}:`,
    `Processes  ${processes.length === 0 ? "none" : visible(processes.join(", "))}`,
    `Files      ${inFiles.length === 0 ? "none" : ""}`.trimEnd(),
    ...inFiles,
    `Messages   ${erasure.messages}`,
    `Other rows ${erasure.texts} (events, states, messages to send, attempts, notes, notices)`,
    `Copies     ${copies.length === 0 ? "none in archive and quarantine folders" : ""}`.trimEnd(),
    ...copies.map((path) => `  ${visible(path)}`),
    ...namedLines(done),
    ...elsewhereLines(elsewhere),
    ...storeLines(done),
  ];
}

/** Names of files are how people and partners find them, and are never changed. */
function namedLines({ named }: SubjectErasure): string[] {
  if (named.length === 0) return [];
  return [
    "Names of files that say something of the person stay as they are:",
    ...named.map(({ about, name }) => `  ${about}: ${visible(name)}`),
  ];
}

/** What nobody but a person can see to. */
function elsewhereLines({ backups, delivered }: SubjectErasure["elsewhere"]): string[] {
  const lines: string[] = [];
  if (backups.length > 0)
    lines.push(
      "Backups made before hold it still; delete them, or erase again after a restore:",
      ...backups.map(
        ({ path, host, at }) => `  ${localTime(at)}  ${visible(host)}:${visible(path)}`,
      ),
    );
  if (delivered > 0)
    lines.push(`Partners have ${counted(delivered, "file or e-mail", "files and e-mails")} of it.`);
  return lines;
}

function storeLines({ scrubbed }: SubjectErasure): string[] {
  if (scrubbed === null) return [];
  const lines: string[] = [];
  if (scrubbed.logIsEmpty === null)
    lines.push(
      "The server's write-ahead log, its standbys and its backups may hold it still: docs/guides/erasure.md.",
    );
  if (scrubbed.logIsEmpty === false)
    lines.push(
      "The write-ahead log could not be emptied, since others read the store: `busbar erase` again does it.",
    );
  if (scrubbed.needsCompacting)
    lines.push(
      "Pages that nothing uses may hold it still: stop the daemon and run `busbar compact` once.",
    );
  return lines;
}

/** `busbar erasures`: what was erased, the first first. */
export function erasures(context: CommandContext, { json }: JsonOption): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    for await (const one of listErasures(session))
      if (json) await output.json(viewErasure(one));
      else await output.line(lineOf(one));
    return exitCode.good;
  });
}

function lineOf({ id, at, key, contents, messages, texts, copies, ...one }: Erasure): string {
  const left = one.endedAt === null ? "; not finished: ask again" : "";
  const what = `${counted(contents, "file")}, ${counted(messages, "message")}, ${counted(texts, "other row")}, ${counted(copies, "copy", "copies")}`;
  return `${localTime(at)}  erasure ${id}  ${visible(key)}: ${what}; ${visible(one.actor)}: ${visible(one.reason)}${left}`;
}
