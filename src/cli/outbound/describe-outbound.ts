import { Argument, type Command, Option } from "commander";
import type { OutboundDecision } from "../../core/outbound/outbound.ts";
import { withEnvelopeFilters } from "../list-filters.ts";
import {
  actorOption,
  afterOption,
  jsonOption,
  limitOption,
  type RunCommand,
  reasonOption,
  wholeNumber,
  withExample,
} from "../words.ts";
import type { OutboundDecideOptions } from "./outbound-decide.ts";
import type { OutboundListOptions } from "./outbound-list.ts";
import type { OutboundNumberOptions } from "./outbound-number.ts";
import type { OutboundShowOptions } from "./outbound-show.ts";
import { outboundStates } from "./outbound-states.ts";

/** Adds `outbound` and what is below it. */
export function describeOutbound(program: Command, run: RunCommand): void {
  const outbound = withExample(
    program.command("outbound"),
    "busbar outbound list",
    "busbar outbound show 7",
  ).description(
    "outbound files and e-mails: list, show, retry, hold, release, cancel, confirm, resend, number",
  );

  withEnvelopeFilters(
    withExample(
      outbound.command("list"),
      "busbar outbound list --state unknown",
      "busbar outbound list --flow D0155 --recipient BMOP --since 2026-03-01",
      "busbar outbound list --messages",
    ),
    "made",
  )
    .description("list files and e-mails that leave, the newest last")
    .addOption(new Option("--state <state>", "only in this state").choices(outboundStates))
    .option("--channel <name>", "only by this channel")
    .option("--messages", "the messages that are in no file yet instead, and why")
    .addOption(limitOption("files, the newest"))
    .addOption(afterOption())
    .addOption(jsonOption())
    .action((options: OutboundListOptions) =>
      run(async (context) => (await import("./outbound-list.ts")).outboundList(context, options)),
    );

  withExample(
    outbound.command("show"),
    "busbar outbound show 7",
    "busbar outbound show 7 --raw > copy.usr",
  )
    .description("show a file that leaves: state, envelope, what happened, messages")
    .addArgument(outboundArgument())
    .option("--raw", "print its very bytes instead")
    .addOption(jsonOption().conflicts("raw"))
    .action((id: number, options: OutboundShowOptions) =>
      run(async (context) =>
        (await import("./outbound-show.ts")).outboundShow(context, id, options),
      ),
    );

  describeDecisions(outbound, run);
  describeResend(outbound, run);
  describeNumber(outbound, run);
}

/** Adds `outbound retry` and the other decisions on files that leave. */
function describeDecisions(outbound: Command, run: RunCommand): void {
  for (const [decision, about, example] of decisions) {
    const command = withExample(outbound.command(decision), example)
      .description(about)
      .addArgument(
        new Argument("<id...>", "numbers of the files").argParser(
          (text: string, before: number[] | undefined) => [...(before ?? []), wholeNumber(text)],
        ),
      );
    if (decision === "retry" || decision === "cancel")
      command.option("--message", "the numbers are of messages that are in no file yet");
    decisionOptions(command).action((ids: number[], options: OutboundDecideOptions) =>
      run(async (context) =>
        (await import("./outbound-decide.ts")).outboundDecide(context, ids, decision, options),
      ),
    );
  }
}

/** Adds `outbound resend`. */
function describeResend(outbound: Command, run: RunCommand): void {
  decisionOptions(
    withExample(outbound.command("resend"), 'busbar outbound resend 7 --reason "lost at their end"')
      .description("make a new file, with a new identifier, of what was in another, and send it")
      .addArgument(outboundArgument()),
  ).action((id: number, options: OutboundDecideOptions) =>
    run(async (context) =>
      (await import("./outbound-decide.ts")).outboundResend(context, id, options),
    ),
  );
}

/** Adds `outbound number`. */
function describeNumber(outbound: Command, run: RunCommand): void {
  decisionOptions(
    withExample(
      outbound.command("number"),
      'busbar outbound number market --flow D0155 --to X:SUPP --from 120 --reason "restored; 119 was the last they got"',
    )
      .description(
        "skip numbers of files that were sent and that the store does not know; never back to a lower one",
      )
      .addArgument(new Argument("<channel>", "name of the channel"))
      .addOption(
        new Option("--from <number>", "the number of the next file")
          .argParser(wholeNumber)
          .makeOptionMandatory(),
      )
      .option("--flow <flow>", "whose numbers, where each flow has its own")
      .option(
        "--to <recipient>",
        "the recipient, where each has its own: X:SUPP, :SUPP without a role, or SUPP where there is one such",
      ),
  ).action((channel: string, options: OutboundNumberOptions) =>
    run(async (context) =>
      (await import("./outbound-number.ts")).outboundNumber(context, channel, options),
    ),
  );
}

const decisions: readonly (readonly [OutboundDecision, about: string, example: string])[] = [
  [
    "retry",
    "try again now: what waits for another try, failed, or is unknown and did not arrive",
    'busbar outbound retry 7 --reason "the partner made room"',
  ],
  [
    "hold",
    "keep files from leaving; later ones of the same flow and recipient wait behind them",
    'busbar outbound hold 7 8 --reason "the customer may still cancel"',
  ],
  [
    "release",
    "let files on hold be sent",
    'busbar outbound release 7 --reason "confirmed by phone"',
  ],
  [
    "cancel",
    "never send files; their numbers stay spent",
    'busbar outbound cancel 7 --reason "agreed with the recipient"',
  ],
  [
    "confirm",
    "say that a file of which nobody could tell did arrive",
    'busbar outbound confirm 7 --reason "they have it, said Ann"',
  ],
];

function outboundArgument(): Argument {
  return new Argument("<id>", "number of the file").argParser(wholeNumber);
}

function decisionOptions(command: Command): Command {
  return command.addOption(reasonOption()).addOption(actorOption()).addOption(jsonOption());
}
