import { askedOutbound } from "../../app/asked/asked.ts";
import { holdOnFile } from "../../app/queries/kept-outbound.ts";
import { viewOutboundDetail } from "../../app/views/outbound-view.ts";
import { partyText } from "../../core/file/party-text.ts";
import type { Hold } from "../../core/hold/hold.ts";
import { sayBefore, settleBefore } from "../../core/outbound/file-before.ts";
import type {
  OutboundMessage,
  OutboundRecord,
  OutboundStep,
} from "../../core/outbound/outbound.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { localTime } from "../print/local-time.ts";
import { adviceText } from "../print/remedy-command.ts";
import { type Column, printTable } from "../print/table.ts";
import { oneLine, visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { keptText, letGoText } from "../stuck/hold-lines.ts";
import { outboundName, outboundStateText } from "./outbound-list.ts";

/** `busbar outbound show ID`. */
export interface OutboundShowOptions extends JsonOption {
  readonly raw?: boolean;
}

/** `busbar outbound show ID`: all that is known of a file or e-mail that leaves, or its very bytes. */
export function outboundShow(
  context: CommandContext,
  id: number,
  options: OutboundShowOptions,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async ({ store }) => {
    const file = await askedOutbound(store, id);
    if (options.raw) {
      await output.bytes(await store.outbound.bytes(id));
      return exitCode.good;
    }
    const hold = holdOnFile(await store.holds.list(), file);
    const before = file.behind === null ? null : await store.outbound.get(file.behind);
    const steps = await store.outbound.steps(id);
    const messages = await store.outbound.messages(id);
    if (options.json)
      await output.json(viewOutboundDetail({ file, hold, before, steps, messages }));
    else await print(output, file, { hold, before }, steps, messages);
    return exitCode.good;
  });
}

/** What keeps a file from leaving: what a person put on it, and a file before it. */
interface KeptBy {
  readonly hold: Hold | null;
  readonly before: OutboundRecord | null;
}

/** So many messages are shown to people. */
const shownMessages = 50;

const messageColumns: readonly Column<OutboundMessage>[] = [
  { heading: "MESSAGE", align: "right", cell: (message) => message.id },
  { heading: "ASKED FOR", cell: (message) => localTime(message.at) },
  { heading: "ACTION", align: "right", cell: (message) => message.action ?? "-" },
  { heading: "PROCESS", cell: ({ processType, key }) => `${processType ?? "-"} ${key ?? ""}` },
];

async function print(
  output: Output,
  file: OutboundRecord,
  { hold, before }: KeptBy,
  steps: readonly OutboundStep[],
  messages: readonly OutboundMessage[],
): Promise<void> {
  await output.line(`${outboundName(file)}: ${visible(file.name)}`);
  await output.line();
  const facts = factsOf(file, messages, { hold, before });
  const width = Math.max(...facts.map(([name]) => name.length));
  await output.lines(facts.map(([name, value]) => `  ${name.padEnd(width)}  ${oneLine(value)}`));
  if (steps.length > 0) await output.lines(["", "What happened", ...steps.map(stepLine)]);
  if (messages.length > 0) await output.lines(["", "Messages"]);
  await printTable(output, messageColumns, messages.slice(0, shownMessages), "  ");
  if (messages.length > shownMessages)
    await output.line(`  and ${messages.length - shownMessages} more: --json shows all`);
  const next = [
    nextStep(file),
    before === null ? null : `It ${adviceText(settleBefore(before))}`,
    hold === null ? null : letGoText(hold),
  ];
  const said = next.filter((line) => line !== null);
  if (said.length > 0) await output.lines(["", ...said]);
}

/** Whether it is tried again by itself. */
function isRetried({ state, onHold }: OutboundRecord): boolean {
  return !onHold && (state === "ready" || state === "uploaded");
}

function factsOf(
  file: OutboundRecord,
  messages: readonly OutboundMessage[],
  { hold, before }: KeptBy,
): [string, string][] {
  const { envelope } = file;
  const facts: [string, string][] = [["state", outboundStateText(file, hold !== null)]];
  if (hold !== null) facts.push(["on hold", keptText(hold)]);
  if (file.problem !== null) facts.push(["problem", file.problem]);
  if (before !== null) facts.push(["behind", sayBefore(before)]);
  else if (file.attempts + file.drops > 0 && isRetried(file))
    facts.push(["next try", localTime(file.dueAt)]);
  const answered = messages.flatMap(({ answers }) => answers ?? []);
  if (answered.length > 0) facts.push(["answers", answered.map((id) => `file ${id}`).join(", ")]);
  if (envelope !== null) {
    const version = envelope.version === null ? "" : ` version ${envelope.version}`;
    facts.push(
      ["flow", `${envelope.flow}${version}`],
      ["from", partyText(envelope.from)],
      ["to", partyText(envelope.to)],
      ["identifier", envelope.fileIdentifier ?? "-"],
      ["number", file.number === null ? "-" : String(file.number)],
    );
  }
  facts.push(
    ["channel", file.channel],
    // The addresses of an e-mail are kept where a file has its folder.
    [envelope === null ? "to" : "folder", file.folder],
    ["made", localTime(file.createdAt)],
  );
  if (file.endedAt !== null) facts.push([file.state, localTime(file.endedAt)]);
  facts.push(["size", `${file.sizeBytes} bytes`], ["SHA-256", file.hash]);
  if (file.replaces !== null) facts.push(["sent again for", String(file.replaces)]);
  if (file.replacedBy !== null) facts.push(["sent again as", String(file.replacedBy)]);
  return facts;
}

function stepLine({ at, what, actor, reason }: OutboundStep): string {
  const by = actor === null ? "" : ` by ${visible(actor)}`;
  return `  ${localTime(at)}  ${what}${by}${reason === null ? "" : `: ${oneLine(reason)}`}`;
}

function nextStep({ id, state, onHold }: OutboundRecord): string | null {
  if (onHold) return `To let it go: busbar outbound release ${id} --reason "..."`;
  if (state === "unknown")
    return `Ask whether it came. If it did: busbar outbound confirm ${id} --reason "..."; if not: busbar outbound retry ${id} --reason "..."`;
  if (state === "failed")
    return `Once what is wrong is fixed: busbar outbound retry ${id} --reason "..."; under a new name: busbar outbound resend ${id} --reason "..."`;
  return null;
}
