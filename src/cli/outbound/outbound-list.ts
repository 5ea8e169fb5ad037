import { listOutbound, type OutboundWanted } from "../../app/queries/lists/outbound-files.ts";
import { listWaiting } from "../../app/queries/lists/waiting-messages.ts";
import type {
  ListedOutboundView,
  OutboundView,
  WaitingMessageView,
} from "../../app/views/outbound-view.ts";
import { partyText } from "../../core/file/party-text.ts";
import type { OutboundRecord } from "../../core/outbound/outbound.ts";
import { outboundKindWords } from "../../core/outbound/outbound-kind.ts";
import { times } from "../../runtime/counted.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { printList } from "../print/list-page.ts";
import { isFiltered, type ListOptions } from "../print/listing.ts";
import type { Column } from "../print/table.ts";
import { withStore } from "../session.ts";
import { keptText } from "../stuck/hold-lines.ts";

/** `busbar outbound list`. */
export interface OutboundListOptions extends ListOptions, OutboundWanted {
  readonly messages?: boolean;
}

const columns: readonly Column<ListedOutboundView>[] = [
  { heading: "ID", align: "right", cell: (file) => file.id },
  { heading: "MADE", cell: (file) => localTime(file.createdAt) },
  { heading: "STATE", cell: (file) => outboundStateText(file, file.keptBy !== null) },
  { heading: "FLOW", cell: (file) => file.flow ?? outboundKindWords[file.kind] },
  { heading: "TO", cell: (file) => recipientText(file) },
  { heading: "MESSAGES", align: "right", cell: (file) => file.messages },
  { heading: "CHANNEL", cell: (file) => file.channel },
  { heading: "NAME", cell: (file) => file.name },
];

const messageColumns: readonly Column<WaitingMessageView>[] = [
  { heading: "MESSAGE", align: "right", cell: (message) => message.id },
  { heading: "SINCE", cell: (message) => localTime(message.at) },
  { heading: "STATE", cell: ({ state, keptBy }) => (keptBy === null ? state : "on hold") },
  { heading: "FLOW", cell: (message) => message.flow ?? "e-mail" },
  { heading: "TO", cell: (message) => partyText(message.to) },
  { heading: "PROCESS", cell: ({ processType, key }) => `${processType ?? "-"} ${key ?? ""}` },
  { heading: "", cell: (message) => whyWaiting(message) },
];

/** `busbar outbound list`: outbound files and e-mails, the newest last; or the messages that are in no file yet. */
export function outboundList(
  context: CommandContext,
  options: OutboundListOptions,
): Promise<ExitCode> {
  return withStore(context, async (session) => {
    if (options.messages)
      await printList(context, options, session, {
        query: listWaiting,
        wanted: {},
        shown: messageColumns,
        nothing: "No message waits to be put into a file.",
      });
    else
      await printList(context, options, session, {
        query: listOutbound,
        wanted: options,
        shown: columns,
        nothing: isFiltered(options)
          ? "No matching files, e-mails or webhooks. `busbar outbound list` without filters shows all."
          : "Nothing was sent yet. `busbar outbound list --messages` shows what waits.",
      });
    return exitCode.good;
  });
}

/** How a file is, in a word or two; `isOnHold`: a hold keeps it. */
export function outboundStateText(
  {
    state,
    onHold,
    attempts,
    drops,
    behind,
  }: Pick<OutboundRecord, "state" | "onHold" | "attempts" | "drops" | "behind">,
  isOnHold = false,
): string {
  if (onHold) return `${state}, on hold`;
  if (isOnHold) return `${state}, on hold`;
  if (behind !== null) return `${state}, behind ${behind}`;
  const tries = Math.max(attempts, drops);
  const isRetried = tries > 0 && (state === "ready" || state === "uploaded");
  return isRetried ? `${state}, tried ${times(tries)}` : state;
}

/** An outbound file, e-mail or webhook, named by its number as a sentence begins: `File 7`, `E-mail 8`. */
export function outboundName({ id, kind }: Pick<OutboundView, "id" | "kind">): string {
  const word = outboundKindWords[kind];
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)} ${id}`;
}

/** Whom it goes to: somebody in the market, or what is kept as its folder: addresses of an e-mail, a webhook's server. */
function recipientText({ to, folder }: ListedOutboundView): string {
  return to === null ? folder : partyText(to);
}

function whyWaiting({ problems, queueProblem, keptBy }: WaitingMessageView): string {
  return problems[0]?.message ?? queueProblem ?? (keptBy === null ? "" : keptText(keptBy));
}
