import type { FileDetailView, MessageView } from "../../app/views/file-view.ts";
import type { Party } from "../../core/file/envelope.ts";
import { reservationCodes } from "../../core/file/reservation.ts";
import { counted } from "../../runtime/counted.ts";
import { localTime } from "../../runtime/local-time.ts";
import { numberRanges } from "../outbound/number-ranges.ts";
import { type Output, visible } from "../output.ts";
import { adviceText } from "../print/remedy-command.ts";
import { type Column, printTable } from "../print/table.ts";
import { aboutCodes, problemLines } from "./taken-in.ts";

/** More are a matter for `event list --file`. */
export const shownMessages = 50;

const messageColumns: readonly Column<MessageView>[] = [
  { heading: "LINE", align: "right", cell: (message) => message.line },
  { heading: "GROUP", cell: (message) => message.group },
  { heading: "SUBJECT", cell: (message) => message.subjectKey ?? "-" },
  {
    heading: "",
    cell: ({ invalid, problems }) =>
      [invalid ? "invalid" : "", ...problems.map((problem) => problem.code)].join(" ").trim(),
  },
];

/** Whether a file's messages are kept: of a refused one they are counted, and found again by reading it again. */
export function hasMessages({ messages, state }: FileDetailView): boolean {
  return messages > 0 && state !== "rejected" && state !== "duplicate";
}

/** Prints all that is known of a file for people, with its first messages. */
export async function printFile(
  output: Output,
  file: FileDetailView,
  messages: readonly MessageView[],
): Promise<void> {
  await output.line(`File ${file.id}: ${visible(file.name)}`);
  await output.line();
  const facts = factsOf(file);
  const width = Math.max(...facts.map(([name]) => name.length));
  await output.lines(facts.map(([name, value]) => `  ${name.padEnd(width)}  ${visible(value)}`));
  if (file.problems.length > 0) {
    const elsewhere = `busbar file show ${file.id} --json`;
    const lines = problemLines(problemsOf(file), { indent: "  ", limit: 50, elsewhere });
    await output.lines(["", "Problems", ...lines, `  ${aboutCodes}`]);
  }
  if (messages.length > 0) {
    await output.lines(["", "Messages"]);
    const count = await printTable(output, messageColumns, messages, "  ");
    if (count < file.messages) await output.line(`  and ${file.messages - count} more`);
  }
  if (file.next !== null) await output.lines(["", adviceText(file.next)]);
}

/** The problems of a file; what it awaited release for says that it was released. */
function problemsOf({ problems, awaitingRelease, decisions }: FileDetailView) {
  const release = decisions.findLast(({ decision }) => decision === "release");
  if (awaitingRelease || release === undefined) return problems;
  const released = `released by ${release.actor}, ${localTime(release.at)}`;
  return problems.map((problem) =>
    reservationCodes.has(problem.code)
      ? { ...problem, message: `${problem.message.replace(/\.$/, "")}: ${released}.` }
      : problem,
  );
}

function factsOf(file: FileDetailView): [string, string][] {
  const { envelope, flowName, fromName, toName } = file;
  const facts: [string, string][] = [["state", stateText(file)]];
  if (envelope !== null) {
    const version = envelope.version === null ? "" : ` version ${envelope.version}`;
    facts.push(
      ["flow", `${envelope.flow}${version}${flowName === null ? "" : `, ${flowName}`}`],
      ["from", partyText(envelope.from, fromName)],
      ["to", partyText(envelope.to, toName)],
      ["identifier", envelope.fileIdentifier ?? "-"],
    );
  }
  facts.push(
    ["sent", localTime(file.occurredAt)],
    ["recorded", localTime(file.recordedAt)],
    ["messages", `${file.messages}${invalidText(file)}`],
    ["events", String(file.events)],
    ...placeOf(file),
    ["channel", file.channel],
    ["size", `${file.sizeBytes} bytes`],
    ["SHA-256", file.hash],
    ...keptFacts(file),
    ...erasedFacts(file),
    ...file.decisions.map(({ decision, actor, reason, at }): [string, string] => [
      decision === "release" ? "released" : "decided",
      `${localTime(at)} by ${actor}${decision === "release" ? "" : `, ${decision}`}: ${reason}`,
    ]),
  );
  return facts;
}

/** Where its bytes are, when they are not where they came to. */
function keptFacts({ kept }: FileDetailView): [string, string][] {
  if (kept === null) return [];
  const { where, since, actor, reason } = kept;
  const what = where === "pack" ? "in a pack" : "dropped, so that it cannot be read again";
  return [["bytes", `${what}, since ${localTime(since)}; ${actor}: ${reason}`]];
}

/** That what its bytes said of a person was erased. */
function erasedFacts({ erased }: FileDetailView): [string, string][] {
  if (erased === null) return [];
  const { erasure, whole, at, actor, reason } = erased;
  const what = whole ? "nothing is left of the bytes" : "what they said of a person";
  return [["erased", `${what}, ${localTime(at)} by ${actor} (erasure ${erasure}): ${reason}`]];
}

function stateText({ state, awaitingRelease, otherFile, successor, history }: FileDetailView) {
  return [
    state,
    ...(awaitingRelease ? ["awaiting release"] : []),
    ...(successor === undefined
      ? []
      : [`superseded by file ${successor}, which has its identifier`]),
    ...(otherFile === null ? [] : [`see file ${otherFile}`]),
    ...(history === true ? ["as history: nothing is done because of it"] : []),
  ].join(", ");
}

/** How many of the files in a container wait for a person, and for what. */
function waitingText(inside: NonNullable<FileDetailView["inside"]>): string {
  const { files, refused, conflict, awaitingRelease, invalid, waiting } = inside;
  const ways = [
    refused === 0 ? [] : [`${refused} refused`],
    conflict === 0 ? [] : [`${conflict} in conflict`],
    awaitingRelease === 0 ? [] : [`${awaitingRelease} awaiting release`],
    invalid === 0 ? [] : [`${invalid} with invalid messages`],
  ].flat();
  return `${waiting} of ${counted(files, "file")} in it, ${ways.join(", ")}: \`busbar stuck\` says why`;
}

/** The file it was in, and the files in it. */
function placeOf({ container, members, inside }: FileDetailView): [string, string][] {
  const within: [string, string][] =
    container === null ? [] : [["inside", `file ${container.file}, as ${container.path}`]];
  if (members.length === 0) return within;
  const waiting: [string, string][] =
    inside === undefined || inside.waiting === 0 ? [] : [["stuck", waitingText(inside)]];
  return [
    ...within,
    ["contains", `${counted(members.length, "file")}: ${numberRanges(members)}`],
    ...waiting,
  ];
}

/** A DIP id with whose it is, where the configuration says so. */
function partyText({ role, participant }: Party, whose: string | null): string {
  const parts = [role, participant, whose === null ? null : `(${whose})`];
  return parts.filter(Boolean).join(" ") || "-";
}

function invalidText({ invalid, awaitingRelease }: FileDetailView): string {
  if (awaitingRelease) return ", all awaiting release";
  return invalid > 0 ? `, ${invalid} invalid` : "";
}
