import { textName } from "../channels/folder/disk-name.ts";
import { quarantineCopy } from "../channels/folder/quarantine.ts";
import { reasonText } from "../channels/folder/reason-text.ts";
import type { IntakeContext } from "./context.ts";

/**
 * Lays copies of the refused files in a container into quarantine, whatever the depth, each with its
 * reason; and says in the log what became of those that do not stand. Doing it again changes nothing.
 */
export async function quarantineMembers(
  context: Pick<IntakeContext, "store" | "configFile" | "log" | "onStep">,
  channel: { readonly name: string; readonly quarantine: string },
  container: number,
): Promise<void> {
  const { store, configFile, log, onStep } = context;
  const record = await store.file(container);
  for (const id of record?.members ?? []) {
    const member = await store.file(id);
    if (member === null) throw new Error(`the store has lost file ${id}`);
    const details = { channel: channel.name, file: id, container, name: member.name };
    if (member.state === "conflict")
      log.warn(details, `clashes with file ${member.otherFile}; a person has to decide`);
    if (member.state === "rejected") {
      log.warn(details, "refused; a copy and the reason go into quarantine");
      const name = textName(member.name);
      const reason = reasonText(member, configFile);
      await quarantineCopy(channel.quarantine, id, name, { bytes: store.rawStream(id) }, reason);
      onStep("quarantined");
    }
    if (member.members.length > 0) await quarantineMembers(context, channel, id);
  }
}
