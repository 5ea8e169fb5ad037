import type { BusbarConfig } from "../config.ts";
import type { ConfigProblem } from "../config-error.ts";
import type { SettingsSource } from "../settings-source.ts";

/** What `notices` names that is not there: mail servers of contacts, channels that are waited for. */
export function strayContacts(
  { notices, mail, channels, sftpInboxes, outbound, webhooks }: BusbarConfig,
  source: SettingsSource,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const { name, email } of notices.contacts) {
    if (email === null || mail.some((channel) => channel.name === email.channel)) continue;
    const missing = email.channel === "" ? "no channel has" : `no channel "${email.channel}" has`;
    problems.push(
      source.problemAt(
        ["notices", "contacts", name],
        `notices.contacts.${name}: ${missing} kind: smtp; add the mail server that e-mails leave by to "channels"`,
      ),
    );
  }
  const all = [...mail, ...channels, ...sftpInboxes, ...outbound, ...webhooks].map(
    ({ name }) => name,
  );
  for (const name of Object.keys(notices.channelPatienceMs))
    if (!all.includes(name))
      problems.push(
        source.problemAt(
          ["notices", "channels", name],
          `notices.channels.${name}: there is no such channel; there are ${all.join(", ") || "none"}`,
        ),
      );
  return problems;
}
