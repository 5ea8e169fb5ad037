import { textName } from "../../channels/folder/disk-name.ts";
import { findingsOf } from "../../core/file/findings.ts";
import type { IntakeContext } from "../channel/context.ts";
import { logFile } from "../channel/log-file.ts";
import { quarantineCopy } from "../channel/quarantine.ts";
import { reasonText } from "../channel/reason-text.ts";

/**
 * Lays copies of the refused files in a container into quarantine, whatever the depth, each with its
 * reason; and says in the log what became of those that are not simply active. Doing it again changes nothing.
 */
export async function quarantineMembers(
  context: Pick<IntakeContext, "store" | "commandOf" | "log" | "onStep">,
  channel: { readonly name: string; readonly quarantine: string },
  container: number,
): Promise<void> {
  const { store, commandOf, log, onStep } = context;
  const record = await store.files.get(container);
  for (const id of record?.members ?? []) {
    const member = await store.files.get(id);
    if (member === null) throw new Error(`the store has lost file ${id}`);
    if (member.state !== "recorded" || member.invalid > 0 || member.awaitingRelease)
      logFile(log, { ...member, channel: channel.name, container, findings: findingsOf(member) });
    if (member.state === "rejected") {
      const name = textName(member.name);
      const reason = reasonText(member, commandOf);
      await quarantineCopy(channel.quarantine, id, name, { bytes: store.files.stream(id) }, reason);
      onStep("quarantined");
    }
    if (member.members.length > 0) await quarantineMembers(context, channel, id);
  }
}
