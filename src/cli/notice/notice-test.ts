import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { type ToldContactEnd, tellContacts } from "../../app/commands/notice/tell-contacts.ts";
import { tellTest } from "../../app/commands/notice/tell-test.ts";
import type { Contacts } from "../../config/notices/load-contacts.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { configOf, contactsOf } from "../session.ts";

/** `busbar notice test`: sends a test message at once. */
export async function noticeTest(
  context: CommandContext,
  contact: string | undefined,
  options: JsonOption,
): Promise<ExitCode> {
  const config = configOf(context);
  const told = await tellTest(config, { contact, now: Date.now() });
  if (options.json) for (const one of told) await context.output.json(one);
  else await context.output.lines(told.map(toldLine));
  return endOf(told);
}

/** `busbar notice failed`: tells everybody that the service has failed; neither the daemon nor the rest of its configuration is needed for it. */
export async function noticeFailed(context: CommandContext, unit: string): Promise<ExitCode> {
  const config = contactsOf(context);
  const told = await tellContacts(config, {
    type: "failed",
    id: `failed-${randomUUID()}`,
    now: Date.now(),
    text: failedText(config, visible(unit)),
  });
  await context.output.lines(told.map(toldLine));
  return endOf(told);
}

function failedText({ notices, file, wrong }: Contacts, unit: string) {
  return {
    subject: `[${notices.name}] URGENT ${unit} has failed on ${hostname()}`,
    lines: [
      `${unit} on ${hostname()} has failed and is not started anew.`,
      "Nothing is taken in and nothing is sent, and no other notice comes until it runs again.",
      ...(wrong === null
        ? []
        : ["Its configuration cannot be used:", ...wrong.message.split("\n")]),
      "",
      `Why it ended: journalctl -u ${unit}`,
      `Is the configuration right: busbar config check --config ${file}`,
      `Once fixed: systemctl start ${unit}`,
    ],
    advice: null,
  };
}

function toldLine({ contact, told, reason }: ToldContactEnd): string {
  const why = reason === null || reason === "" ? "" : `: ${visible(reason)}`;
  return `${contact}: ${told ? "got through" : "did not get through"}${why}`;
}

function endOf(told: readonly ToldContactEnd[]): ExitCode {
  return told.every((one) => one.told) ? exitCode.good : exitCode.failed;
}
