import { askedFile } from "../../app/asked/asked.ts";
import { viewFile } from "../../app/views/file-view.ts";
import type { Catalogue } from "../../catalogue/definition.ts";
import type { DipIds } from "../../config/dip-ids.ts";
import type { Party } from "../../core/file/envelope.ts";
import type { FileRecord, InsideContainer, MessageRecord } from "../../core/file/file.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { numberRanges } from "../outbound/number-ranges.ts";
import type { Output } from "../output.ts";
import { take } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { aboutCodes, problemLines } from "./problem-lines.ts";

/** `busbar file show ID`. */
export interface FileShowOptions extends JsonOption {
  readonly raw?: boolean;
}

/** `busbar file show ID`: all that is known of a file, or its very bytes. */
export function fileShow(
  context: CommandContext,
  id: number,
  options: FileShowOptions,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { config, store } = session;
    const file = await askedFile(store, id);
    if (options.raw) {
      for await (const piece of store.files.stream(id)) {
        if (output.closed) break;
        await output.bytes(piece);
      }
    } else if (options.json) {
      await output.json(viewFile(file));
    } else {
      const catalogue = await session.catalogue();
      await print(output, file, store.messages.list(id), { catalogue, dipIds: config.dipIds });
    }
    return exitCode.good;
  });
}

/** More are a matter for `event list --file`. */
const shownMessages = 50;

const messageColumns: readonly Column<MessageRecord>[] = [
  { heading: "LINE", align: "right", cell: (message) => message.line },
  { heading: "GROUP", cell: (message) => message.group },
  { heading: "SUBJECT", cell: (message) => message.subjectKey ?? "-" },
  {
    heading: "",
    cell: ({ invalid, problems }) =>
      [invalid ? "invalid" : "", ...problems.map((problem) => problem.code)].join(" ").trim(),
  },
];

/** What names flows and participants. */
interface Known {
  readonly catalogue: Catalogue;
  readonly dipIds: DipIds;
}

async function print(
  output: Output,
  file: FileRecord,
  messages: AsyncIterable<MessageRecord>,
  known: Known,
): Promise<void> {
  await output.line(`File ${file.id}: ${visible(file.name)}`);
  await output.line();
  const facts = factsOf(file, known);
  const width = Math.max(...facts.map(([name]) => name.length));
  await output.lines(facts.map(([name, value]) => `  ${name.padEnd(width)}  ${visible(value)}`));
  if (file.problems.length > 0) {
    const elsewhere = `busbar file show ${file.id} --json`;
    const lines = problemLines(file.problems, { indent: "  ", limit: 50, elsewhere });
    await output.lines(["", "Problems", ...lines, `  ${aboutCodes}`]);
  }
  // Those of a refused file are counted, not kept: reading it again finds them again.
  if (file.messages > 0 && file.state !== "rejected" && file.state !== "duplicate") {
    await output.lines(["", "Messages"]);
    const count = await printTable(output, messageColumns, take(messages, shownMessages), "  ");
    if (count < file.messages) await output.line(`  and ${file.messages - count} more`);
  }
  const next = nextStep(file);
  if (next !== null) await output.lines(["", next]);
}

function factsOf(file: FileRecord, { catalogue, dipIds }: Known): [string, string][] {
  const { envelope } = file;
  const other = file.otherFile === null ? "" : `, see file ${file.otherFile}`;
  const past = file.history === true ? ", as history: nothing is done because of it" : "";
  const after =
    file.successor === undefined
      ? ""
      : `, superseded by file ${file.successor}, which has its identifier`;
  const facts: [string, string][] = [["state", file.state + after + other + past]];
  if (envelope !== null) {
    const version = envelope.version === null ? "" : ` version ${envelope.version}`;
    const name = catalogue.find(envelope.flow, envelope.version)?.definition.name;
    facts.push(
      ["flow", `${envelope.flow}${version}${name === undefined ? "" : `, ${name}`}`],
      ["from", partyText(envelope.from, dipIds)],
      ["to", partyText(envelope.to, dipIds)],
      ["identifier", envelope.fileIdentifier ?? "-"],
    );
  }
  const invalid = invalidText(file);
  facts.push(
    ["sent", localTime(file.occurredAt)],
    ["recorded", localTime(file.recordedAt)],
    ["messages", `${file.messages}${invalid}`],
    ["events", String(file.events)],
    ...placeOf(file),
    ["channel", file.channel],
    ["size", `${file.sizeBytes} bytes`],
    ["SHA-256", file.hash],
    ...file.decisions.map(({ decision, actor, reason, at }): [string, string] => [
      decision === "release" ? "released" : "decided",
      `${localTime(at)} by ${actor}${decision === "release" ? "" : `, ${decision}`}: ${reason}`,
    ]),
  );
  return facts;
}

/** How many of the files in a container wait for a person, and for what. */
function waitingText(inside: InsideContainer): string {
  const { files, refused, conflict, awaitingRelease, invalid, waiting } = inside;
  const ways = [
    refused === 0 ? [] : [`${refused} refused`],
    conflict === 0 ? [] : [`${conflict} in conflict`],
    awaitingRelease === 0 ? [] : [`${awaitingRelease} awaiting release`],
    invalid === 0 ? [] : [`${invalid} with invalid messages`],
  ].flat();
  return `${waiting} of ${counted(files, "file")} in it, ${ways.join(", ")}: \`busbar stuck\` says why`;
}

/** Where it lay, and what lay in it. */
function placeOf({ container, members, inside }: FileRecord): [string, string][] {
  const lay: [string, string][] =
    container === null ? [] : [["inside", `file ${container.file}, as ${container.path}`]];
  if (members.length === 0) return lay;
  const waiting: [string, string][] =
    inside === undefined || inside.waiting === 0 ? [] : [["stuck", waitingText(inside)]];
  return [
    ...lay,
    ["contains", `${counted(members.length, "file")}: ${numberRanges(members)}`],
    ...waiting,
  ];
}

/** A DIP id with whose it is, where the configuration says so. */
function partyText({ role, participant }: Party, dipIds: DipIds): string {
  const whose = Object.hasOwn(dipIds, participant ?? "") ? dipIds[participant ?? ""] : undefined;
  const parts = [role, participant, whose === undefined ? null : `(${whose})`];
  return parts.filter(Boolean).join(" ") || "-";
}

function invalidText({ invalid, awaitingRelease }: FileRecord): string {
  if (awaitingRelease) return ", all awaiting release";
  return invalid > 0 ? `, ${invalid} invalid` : "";
}

function nextStep(file: FileRecord): string | null {
  if (file.state === "conflict") {
    return `Settle it: busbar file decide ${file.id} keep-first|replace|keep-both --reason "..."`;
  }
  if (file.awaitingRelease)
    return `To let it through: busbar file release ${file.id} --reason "..."`;
  if (file.state === "duplicate")
    return `Nothing needs to be done: file ${file.otherFile} has the same content. If both are meant: busbar file decide ${file.id} keep-both --reason "..."`;
  if (file.successor !== undefined)
    return `Nothing needs to be done: file ${file.successor} supersedes it.`;
  if (file.state === "rejected" || file.invalid > 0) {
    return `If the file is wrong, ask the sender for it again; if our catalogue, definition or setting is, mend it, then: busbar reprocess ${file.id}`;
  }
  const decided = file.decisions.some(({ decision }) => decision !== "release");
  const second = decided ? file.id : file.state === "withdrawn" ? file.otherFile : null;
  if (second === null) return null;
  return `To change the decision: busbar file decide ${second} keep-first|replace|keep-both --reason "..."`;
}
