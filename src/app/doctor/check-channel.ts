import type { CheckList } from "../../channels/channel-check.ts";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import { type WebhookChannel, webhookPlace } from "../../config/channel/webhook-channel.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { secretName } from "../../config/secret-source.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { askedChannel, configuredChannels } from "../asked/asked-channel.ts";

/** Tries all that the channel of that name has to do, in its folders or at its server; nothing of it stays. Rejects with a `RefusedError` when there is none. */
export async function checkChannel(config: BusbarConfig, name: string): Promise<CheckList> {
  askedChannel(configuredChannels(config), name);
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
  const webhook = config.webhooks.find((one) => one.name === name);
  if (webhook !== undefined) await checkWebhook(list, webhook);
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
  await session.disconnect();
}

/** Connects, and sends nothing: whoever gets webhooks takes each for something that happened. */
async function checkWebhook(list: CheckList, channel: WebhookChannel): Promise<void> {
  const { url, private: allowsPrivate, answerMs: timeoutMs, secrets } = channel;
  const { webhookKeys } = await import("../../channels/http/send-webhook.ts");
  const { reachHttp } = await import("../../channels/http/http-request.ts");
  const or = (problem: string | null) => {
    if (problem !== null) throw new Error(problem);
  };
  for (const secret of secrets)
    await list.try(
      secretName(secret),
      "read",
      async () => {
        const read = webhookKeys([secret]);
        or("problem" in read ? read.problem : null);
        return [true, "a secret that webhooks are signed with"];
      },
      errorMessage,
    );
  await list.try(
    webhookPlace(channel),
    "connect",
    async () => {
      or(await reachHttp({ url, allowsPrivate, timeoutMs }));
      return [true, "connected; nothing was sent"];
    },
    errorMessage,
  );
}
