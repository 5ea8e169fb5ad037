import { askedChannel } from "../../app/asked/asked-channel.ts";
import type { ChannelCheck, CheckList } from "../../channels/channel-check.ts";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Column, printTable } from "../print/table.ts";
import { configOf } from "../session.ts";
import { allChannels } from "./channels.ts";

const words = { works: "works", fails: "FAILS", untried: "-" } as const;

const columns: readonly Column<ChannelCheck>[] = [
  { heading: "WHERE", cell: ({ where }) => where },
  { heading: "WHAT", cell: ({ what }) => what },
  { heading: "RESULT", cell: ({ outcome }) => words[outcome] },
  { heading: "DETAIL", cell: ({ detail }) => detail },
];

/** `busbar channel check NAME`: tries all that the channel has to do, and says what failed and how to mend it. */
export async function channelCheck(
  context: CommandContext,
  name: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  const config = configOf(context);
  askedChannel(allChannels(config, null), name);
  const list = await checked(config, name);
  if (options.json) for (const check of list.checks) await output.json(check);
  else {
    await printTable(output, columns, list.checks);
    const good = "\nThe channel can do all that it has to.";
    const failed = list.checks.filter(({ outcome }) => outcome === "fails").length;
    await output.line(list.isGood ? good : `\n${failed} of ${list.checks.length} failed.`);
  }
  return list.isGood ? exitCode.good : exitCode.failed;
}

async function checked(config: BusbarConfig, name: string): Promise<CheckList> {
  const inbox = config.sftpInboxes.find((one) => one.name === name);
  if (inbox !== undefined) {
    const { checkSftpInbox } = await import("../../channels/sftp/check-inbox.ts");
    return checkSftpInbox(inbox);
  }
  const { checkFolderChannel, checkWritable } = await import(
    "../../channels/folder/check-folder.ts"
  );
  const folder = config.channels.find((one) => one.name === name);
  if (folder !== undefined) return checkFolderChannel(folder);
  const { CheckList } = await import("../../channels/channel-check.ts");
  const list = new CheckList();
  const outlet = config.outbound.find((one) => one.name === name);
  if (outlet?.kind === "sftp") {
    const { checkSftpOutlet } = await import("../../channels/sftp/check-outlet.ts");
    return checkSftpOutlet(outlet);
  }
  if (outlet !== undefined) await checkWritable(list, outlet.base, "path", "partner's");
  const mail = config.mail.find((one) => one.name === name);
  if (mail !== undefined) await checkMail(list, mail);
  return list;
}

async function checkMail(list: CheckList, channel: SmtpChannel): Promise<void> {
  const { MailSession } = await import("../../channels/smtp/mail-session.ts");
  const session = new MailSession(channel);
  await list.try(
    `${channel.host}:${channel.port}`,
    "connect",
    async () => {
      await session.greet();
      return [true, channel.user === null ? "connected" : `${channel.user} is authenticated`];
    },
    errorMessage,
  );
  await session.rest();
}
