import type { OutboundRecord, OutboxRecord } from "../../core/journal.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import type { outboundStates } from "../outbound-states.ts";
import { cutShort, type ListOptions, limitOf } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { outboundJson, outboxJson } from "../print/outbound-json.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar outbound list`. */
export interface OutboundListOptions extends ListOptions {
  readonly state?: (typeof outboundStates)[number];
  readonly channel?: string;
  readonly messages?: boolean;
}

const columns: readonly Column<OutboundRecord>[] = [
  { heading: "ID", align: "right", cell: (file) => file.id },
  { heading: "MADE", cell: (file) => localTime(file.createdAt) },
  { heading: "STATE", cell: (file) => stateText(file) },
  { heading: "FLOW", cell: (file) => file.envelope?.flow ?? "e-mail" },
  { heading: "TO", cell: (file) => recipientText(file) },
  { heading: "MESSAGES", align: "right", cell: (file) => file.messages },
  { heading: "CHANNEL", cell: (file) => file.channel },
  { heading: "NAME", cell: (file) => file.name },
];

const messageColumns: readonly Column<OutboxRecord>[] = [
  { heading: "MESSAGE", align: "right", cell: (message) => message.id },
  { heading: "SINCE", cell: (message) => localTime(message.at) },
  { heading: "STATE", cell: (message) => message.state },
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
  return withStore(context, async ({ store }) => {
    const { state, channel } = options;
    const limit = limitOf(options);
    if (options.messages) {
      const waiting = await store.outboxWaiting(limit ?? Number.MAX_SAFE_INTEGER);
      if (options.json) for (const message of waiting) await output.json(outboxJson(message));
      else if ((await printTable(output, messageColumns, waiting)) === 0)
        await output.line("No message waits to be put into a file.");
      return exitCode.good;
    }
    const files = store.outboundFiles({
      ...(state !== undefined && { state }),
      ...(channel !== undefined && { channel }),
      ...(limit !== null && { limit }),
    });
    if (options.json) {
      for await (const file of files) {
        if (output.closed) break;
        await output.json(outboundJson(file));
      }
      return exitCode.good;
    }
    const count = await printTable(output, columns, files);
    if (count === 0) await output.line(nothing(options));
    const cut = cutShort(options, count);
    if (cut !== null) await output.line(cut);
    return exitCode.good;
  });
}

/** How a file is, in a word or two. */
export function stateText({ state, held, attempts }: OutboundRecord): string {
  if (held) return "held";
  const isRetried = attempts > 0 && (state === "ready" || state === "uploaded");
  return isRetried ? `${state}, tried ${attempts} times` : state;
}

/** What leaves, named by its number as a sentence begins: `File 7`, `E-mail 8`. */
export function outboundName({ id, envelope }: Pick<OutboundRecord, "id" | "envelope">): string {
  return `${envelope === null ? "E-mail" : "File"} ${id}`;
}

/** Whom it goes to: somebody in the market, or the addresses of an e-mail, which are kept as its folder. */
function recipientText({ envelope, folder }: OutboundRecord): string {
  return envelope === null ? folder : partyText(envelope.to);
}

/** Somebody in the market. */
export function partyText(
  party: { readonly role: string | null; readonly participant: string | null } | undefined,
): string {
  return [party?.role, party?.participant].filter(Boolean).join(" ") || "-";
}

function whyWaiting({ problems, laneProblem }: OutboxRecord): string {
  return problems[0]?.message ?? laneProblem ?? "";
}

function nothing({ state, channel }: OutboundListOptions): string {
  if (state !== undefined || channel !== undefined)
    return "Nothing like that. `busbar outbound list` without filters shows all.";
  return "Nothing was sent yet. `busbar outbound list --messages` shows what waits.";
}
