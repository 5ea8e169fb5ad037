import { outboundBytes, showOutbound } from "../../app/queries/things/outbound.ts";
import type { OutboundDetailView, OutboundMessageView } from "../../app/views/outbound-view.ts";
import { partyText } from "../../core/file/party-text.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Output, oneLine, visible } from "../output.ts";
import { adviceText } from "../print/remedy-command.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";
import { keptText } from "../stuck/hold-lines.ts";
import { outboundName, outboundStateText } from "./outbound-list.ts";

/** `busbar outbound show ID`. */
export interface OutboundShowOptions extends JsonOption {
  readonly raw?: boolean;
}

/** `busbar outbound show ID`: all that is known of an outbound file or e-mail, or its very bytes. */
export function outboundShow(
  { output, ...context }: CommandContext,
  outbound: number,
  options: OutboundShowOptions,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    if (options.raw) {
      for await (const piece of outboundBytes(session, { outbound })) await output.bytes(piece);
      return exitCode.good;
    }
    const file = await showOutbound(session, { outbound });
    if (options.json) await output.json(file);
    else await print(output, file);
    return exitCode.good;
  });
}

/** So many messages are shown to people. */
const shownMessages = 50;

const messageColumns: readonly Column<OutboundMessageView>[] = [
  { heading: "MESSAGE", align: "right", cell: (message) => message.id },
  { heading: "ASKED FOR", cell: (message) => localTime(message.at) },
  { heading: "ACTION", align: "right", cell: (message) => message.action ?? "-" },
  { heading: "PROCESS", cell: ({ processType, key }) => `${processType ?? "-"} ${key ?? ""}` },
];

async function print(output: Output, file: OutboundDetailView): Promise<void> {
  const { steps, messagesInIt: messages, next } = file;
  await output.line(`${outboundName(file)}: ${visible(file.name)}`);
  await output.line();
  const facts = factsOf(file);
  const width = Math.max(...facts.map(([name]) => name.length));
  await output.lines(facts.map(([name, value]) => `  ${name.padEnd(width)}  ${oneLine(value)}`));
  if (steps.length > 0) await output.lines(["", "What happened", ...steps.map(stepLine)]);
  if (messages.length > 0) await output.lines(["", "Messages"]);
  await printTable(output, messageColumns, messages.slice(0, shownMessages), "  ");
  if (messages.length > shownMessages)
    await output.line(`  and ${messages.length - shownMessages} more: --json shows all`);
  if (next.length > 0) await output.lines(["", ...next.map((one) => adviceText(one))]);
}

/** Whether it is retried automatically. */
function isRetried({ state, onHold }: OutboundDetailView): boolean {
  return !onHold && (state === "ready" || state === "uploaded");
}

function factsOf(file: OutboundDetailView): [string, string][] {
  const { flow, version, keptBy, waitsFor } = file;
  const facts: [string, string][] = [["state", outboundStateText(file, keptBy !== null)]];
  if (keptBy !== null) facts.push(["on hold", keptText(keptBy)]);
  if (file.problem !== null) facts.push(["problem", file.problem]);
  if (waitsFor !== null) facts.push(["behind", waitsFor.why]);
  else if (file.attempts + file.drops > 0 && isRetried(file))
    facts.push(["next try", localTime(file.dueAt)]);
  const answered = file.messagesInIt.flatMap(({ answers }) => answers ?? []);
  if (answered.length > 0) facts.push(["answers", answered.map((id) => `file ${id}`).join(", ")]);
  if (flow !== null) {
    facts.push(
      ["flow", `${flow}${version === null ? "" : ` version ${version}`}`],
      ["from", partyText(file.from ?? undefined)],
      ["to", partyText(file.to ?? undefined)],
      ["identifier", file.fileIdentifier ?? "-"],
      ["number", file.number === null ? "-" : String(file.number)],
    );
  }
  if (file.kind === "webhook")
    facts.push(["number", String(file.number)], ["events", String(file.messages)]);
  facts.push(
    ["channel", file.channel],
    // The addresses of an e-mail and the server of a webhook are kept where a file has its folder.
    [flow === null ? "to" : "folder", file.folder],
    ["made", localTime(file.createdAt)],
  );
  if (file.endedAt !== null) facts.push([file.state, localTime(file.endedAt)]);
  facts.push(["size", `${file.sizeBytes} bytes`], ["SHA-256", file.hash]);
  if (file.replaces !== null) facts.push(["sent again for", String(file.replaces)]);
  if (file.replacedBy !== null) facts.push(["sent again as", String(file.replacedBy)]);
  return facts;
}

function stepLine({ at, what, actor, reason }: OutboundDetailView["steps"][number]): string {
  const by = actor === null ? "" : ` by ${visible(actor)}`;
  return `  ${localTime(at)}  ${what}${by}${reason === null ? "" : `: ${oneLine(reason)}`}`;
}
