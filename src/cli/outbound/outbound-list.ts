import { viewListedOutbound, viewWaitingMessage } from "../../app/views/outbound-view.ts";
import { partyText } from "../../core/file/party-text.ts";
import type { Hold } from "../../core/hold/hold.ts";
import type { OutboundRecord, OutboxRecord } from "../../core/outbound/journal.ts";
import { times } from "../../runtime/counted.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type EnvelopeFilters, envelopeFilterOf } from "../list-filters.ts";
import { cutShort, type ListOptions, limitOf } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";
import { keptText } from "../stuck/hold-lines.ts";
import { holdOnFile, holdOnMessages } from "./kept-outbound.ts";
import type { outboundStates } from "./outbound-states.ts";

/** `busbar outbound list`. */
export interface OutboundListOptions extends ListOptions, EnvelopeFilters {
  readonly state?: (typeof outboundStates)[number];
  readonly channel?: string;
  readonly messages?: boolean;
}

/** A file or message with the hold that keeps it; null when none does. */
type Kept<What> = What & { readonly hold: Hold | null };

const columns: readonly Column<Kept<OutboundRecord>>[] = [
  { heading: "ID", align: "right", cell: (file) => file.id },
  { heading: "MADE", cell: (file) => localTime(file.createdAt) },
  { heading: "STATE", cell: (file) => outboundStateText(file, file.hold) },
  { heading: "FLOW", cell: (file) => file.envelope?.flow ?? "e-mail" },
  { heading: "TO", cell: (file) => recipientText(file) },
  { heading: "MESSAGES", align: "right", cell: (file) => file.messages },
  { heading: "CHANNEL", cell: (file) => file.channel },
  { heading: "NAME", cell: (file) => file.name },
];

const messageColumns: readonly Column<Kept<OutboxRecord>>[] = [
  { heading: "MESSAGE", align: "right", cell: (message) => message.id },
  { heading: "SINCE", cell: (message) => localTime(message.at) },
  { heading: "STATE", cell: ({ state, hold }) => (hold === null ? state : "on hold") },
  { heading: "FLOW", cell: (message) => message.flow ?? "e-mail" },
  { heading: "TO", cell: (message) => partyText(message.to) },
  { heading: "PROCESS", cell: ({ processType, key }) => `${processType ?? "-"} ${key ?? ""}` },
  { heading: "", cell: (message) => whyWaiting(message) },
];

/** `busbar outbound list`: what leaves, the newest last; or the messages that are in no file yet. */
export function outboundList(
  context: CommandContext,
  options: OutboundListOptions,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { store } = session;
    const { state, channel } = options;
    const limit = limitOf(options);
    const holds = await store.holds.list();
    if (options.messages) {
      const holdOf = await holdOnMessages(holds, session);
      const found = await store.outbox.waiting(limit ?? Number.MAX_SAFE_INTEGER);
      const waiting = found.map((message) => ({ ...message, hold: holdOf(message) }));
      if (options.json)
        for (const { hold, ...message } of waiting)
          await output.json(viewWaitingMessage(message, hold));
      else if ((await printTable(output, messageColumns, waiting)) === 0)
        await output.line("No message waits to be put into a file.");
      return exitCode.good;
    }
    const files = store.outbound.list({
      ...envelopeFilterOf(options),
      ...(state !== undefined && { state }),
      ...(channel !== undefined && { channel }),
      ...(limit !== null && { limit }),
    });
    if (options.json) {
      for await (const file of files) {
        if (output.closed) break;
        const hold = holdOnFile(holds, file);
        await output.json(viewListedOutbound(file, hold));
      }
      return exitCode.good;
    }
    const count = await printTable(output, columns, withHolds(files, holds));
    if (count === 0) await output.line(nothing(options));
    const cut = cutShort(options, count);
    if (cut !== null) await output.line(cut);
    return exitCode.good;
  });
}

async function* withHolds(
  files: AsyncIterable<OutboundRecord>,
  holds: readonly Hold[],
): AsyncGenerator<Kept<OutboundRecord>> {
  for await (const file of files) yield { ...file, hold: holdOnFile(holds, file) };
}

/** How a file is, in a word or two; `hold` is what keeps it. */
export function outboundStateText(
  { state, held, attempts, drops, behind }: OutboundRecord,
  hold: Hold | null = null,
): string {
  if (held) return "held";
  if (hold !== null) return `${state}, on hold`;
  if (behind !== null) return `${state}, behind ${behind}`;
  const tries = Math.max(attempts, drops);
  const isRetried = tries > 0 && (state === "ready" || state === "uploaded");
  return isRetried ? `${state}, tried ${times(tries)}` : state;
}

/** What leaves, named by its number as a sentence begins: `File 7`, `E-mail 8`. */
export function outboundName({ id, envelope }: Pick<OutboundRecord, "id" | "envelope">): string {
  return `${envelope === null ? "E-mail" : "File"} ${id}`;
}

/** Whom it goes to: somebody in the market, or the addresses of an e-mail, which are kept as its folder. */
function recipientText({ envelope, folder }: OutboundRecord): string {
  return envelope === null ? folder : partyText(envelope.to);
}

function whyWaiting({ problems, laneProblem, hold }: Kept<OutboxRecord>): string {
  return problems[0]?.message ?? laneProblem ?? (hold === null ? "" : keptText(hold));
}

function nothing({ json, limit, messages, ...filters }: OutboundListOptions): string {
  if (Object.values(filters).some((one) => one !== undefined))
    return "No matching files or e-mails. `busbar outbound list` without filters shows all.";
  return "Nothing was sent yet. `busbar outbound list --messages` shows what waits.";
}
