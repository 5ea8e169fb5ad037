import { checkChannel } from "../../app/doctor/check-channel.ts";
import type { ChannelCheck } from "../../channels/channel-check.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Column, printTable } from "../print/table.ts";
import { configOf } from "../session.ts";

const words = { works: "works", fails: "FAILS", untried: "-" } as const;

const columns: readonly Column<ChannelCheck>[] = [
  { heading: "WHERE", cell: ({ where }) => where },
  { heading: "WHAT", cell: ({ what }) => what },
  { heading: "RESULT", cell: ({ outcome }) => words[outcome] },
  { heading: "DETAIL", cell: ({ detail }) => detail },
];

/** `busbar channel check NAME`: tries all that the channel has to do, and says what failed and how to fix it. */
export async function channelCheck(
  context: CommandContext,
  name: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  const list = await checkChannel(configOf(context), name);
  if (options.json) for (const check of list.checks) await output.json(check);
  else {
    await printTable(output, columns, list.checks);
    const good = "\nThe channel can do all that it has to.";
    const failed = list.checks.filter(({ outcome }) => outcome === "fails").length;
    await output.line(list.isGood ? good : `\n${failed} of ${list.checks.length} failed.`);
  }
  return list.isGood ? exitCode.good : exitCode.failed;
}
