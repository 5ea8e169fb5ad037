import { viewListedOutbound, viewWaitingMessage } from "../../app/views/outbound-view.ts";
import { partyText } from "../../core/file/party-text.ts";
import type { Brake } from "../../core/hold/brake.ts";
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
import { brakeOnFile, brakeOnMessages } from "./kept-outbound.ts";
import type { outboundStates } from "./outbound-states.ts";

/** `busbar outbound list`. */
export interface OutboundListOptions extends ListOptions, EnvelopeFilters {
  readonly state?: (typeof outboundStates)[number];
  readonly channel?: string;
  readonly messages?: boolean;
}

/** A file or message with the brake that keeps it; null when none does. */
type Kept<What> = What & { readonly brake: Brake | null };

const columns: readonly Column<Kept<OutboundRecord>>[] = [
  { heading: "ID", align: "right", cell: (file) => file.id },
  { heading: "MADE", cell: (file) => localTime(file.createdAt) },
  { heading: "STATE", cell: (file) => outboundStateText(file, file.brake) },
  { heading: "FLOW", cell: (file) => file.envelope?.flow ?? "e-mail" },
  { heading: "TO", cell: (file) => recipientText(file) },
  { heading: "MESSAGES", align: "right", cell: (file) => file.messages },
  { heading: "CHANNEL", cell: (file) => file.channel },
  { heading: "NAME", cell: (file) => file.name },
];

const messageColumns: readonly Column<Kept<OutboxRecord>>[] = [
  { heading: "MESSAGE", align: "right", cell: (message) => message.id },
  { heading: "SINCE", cell: (message) => localTime(message.at) },
  { heading: "STATE", cell: ({ state, brake }) => (brake === null ? state : "on hold") },
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
    const brakes = await store.holds.list();
    if (options.messages) {
      const brakeOf = await brakeOnMessages(brakes, session);
      const found = await store.outbox.waiting(limit ?? Number.MAX_SAFE_INTEGER);
      const waiting = found.map((message) => ({ ...message, brake: brakeOf(message) }));
      if (options.json)
        for (const { brake, ...message } of waiting)
          await output.json(viewWaitingMessage(message, brake));
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
        const brake = brakeOnFile(brakes, file);
        await output.json(viewListedOutbound(file, brake));
      }
      return exitCode.good;
    }
    const count = await printTable(output, columns, withBrakes(files, brakes));
    if (count === 0) await output.line(nothing(options));
    const cut = cutShort(options, count);
    if (cut !== null) await output.line(cut);
    return exitCode.good;
  });
}

async function* withBrakes(
  files: AsyncIterable<OutboundRecord>,
  brakes: readonly Brake[],
): AsyncGenerator<Kept<OutboundRecord>> {
  for await (const file of files) yield { ...file, brake: brakeOnFile(brakes, file) };
}

/** How a file is, in a word or two; `brake` is what keeps it. */
export function outboundStateText(
  { state, held, attempts, drops, behind }: OutboundRecord,
  brake: Brake | null = null,
): string {
  if (held) return "held";
  if (brake !== null) return `${state}, on hold`;
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

function whyWaiting({ problems, laneProblem, brake }: Kept<OutboxRecord>): string {
  return problems[0]?.message ?? laneProblem ?? (brake === null ? "" : keptText(brake));
}

function nothing({ json, limit, messages, ...filters }: OutboundListOptions): string {
  if (Object.values(filters).some((one) => one !== undefined))
    return "Nothing like that. `busbar outbound list` without filters shows all.";
  return "Nothing was sent yet. `busbar outbound list --messages` shows what waits.";
}
