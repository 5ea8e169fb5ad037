import { createHash, randomUUID } from "node:crypto";
import { type OutboundSftp, ownNameAtOnce } from "../../config/channel/outbound-channel.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { CheckList } from "../channel-check.ts";
import { ChannelError } from "../channel-error.ts";
import { isDirect } from "../outgoing-paths.ts";
import type { OutgoingFile } from "../outlet.ts";
import { connect } from "./login/connect.ts";
import { SftpOutlet } from "./sftp-outlet.ts";
import { SftpSession } from "./sftp-session.ts";

const probe = Buffer.from("Busbar tries whether it may write here. This file may be deleted.\n");

/**
 * Tries all that delivering to a partner's folder takes: to get in, write, rename, and see what is
 * there. What it writes is a small file of its own, which it removes again.
 */
export async function checkSftpOutlet(channel: OutboundSftp): Promise<CheckList> {
  const list = new CheckList();
  const { server, base } = channel;
  const where = `${server.host}:${server.port}`;
  const software = await list.try(
    where,
    "connect",
    async () => {
      const link = await connect(server);
      await link.end();
      const name = link.card.software || "the server";
      return [name, `${server.user} is authenticated by ${name} (${link.card.algorithms})`];
    },
    errorMessage,
  );
  if (software === null) {
    for (const what of ["write", "rename", "delete"] as const)
      list.skip(base, what, "the server could not be reached");
    return list;
  }
  const session = new SftpSession(server);
  try {
    await checkDelivery(list, channel, new SftpOutlet(channel, session));
  } finally {
    await session.end();
  }
  return list;
}

async function checkDelivery(
  list: CheckList,
  { base, temporaryName }: OutboundSftp,
  outlet: SftpOutlet,
): Promise<void> {
  const name = `.busbar-check-${randomUUID()}`;
  const hash = createHash("sha256").update(probe).digest("hex");
  const outgoing: OutgoingFile = {
    folder: base,
    name: `${name}.renamed`,
    temporary: temporaryOf(temporaryName, name),
    sizeBytes: probe.byteLength,
    hash,
  };
  // Trouble of the channel as a whole says itself what to do.
  const ask = (what: string) => (error: unknown) =>
    error instanceof ChannelError
      ? error.message.replace(/\.$/, "")
      : `${errorMessage(error)}; ask the partner for the right to ${what} there`;
  const written = await list.try(
    base,
    "write",
    async () => {
      const { note } = await outlet.write(outgoing, probe);
      const told =
        note === null ? "its size is right" : "the server does not tell attributes of it";
      return [true, `a file of ours was written, and ${told}`];
    },
    ask("write files"),
  );
  if (written === null) {
    // Part of it may have come there all the same.
    const isGone = await outlet.removeTemporary(outgoing).then(
      () => true,
      () => false,
    );
    const left = isGone ? "" : `; ${base}/${name} may be left there`;
    for (const what of ["rename", "delete"] as const)
      list.skip(base, what, `no file of ours could be written to try it on${left}`);
    return;
  }
  const renamed = await list.try(
    base,
    "rename",
    async () => {
      const isNamed = isDirect(outgoing);
      const end = isNamed ? "written" : await outlet.publish(outgoing);
      const seen = await outlet.look(outgoing);
      if (seen !== "named") throw new Error(`it was ${end}, and a look finds it ${seen}`);
      const how = isNamed ? 'not needed ("temporary: none")' : "within the folder";
      return [true, `${how}; a look afterwards finds our bytes`];
    },
    ask("rename files"),
  );
  const isNamed = renamed !== null || isDirect(outgoing);
  await list.try(
    base,
    "delete",
    async () => {
      await (isNamed ? outlet.removeNamed(outgoing) : outlet.removeTemporary(outgoing));
      return [true, "the file of ours was removed again"];
    },
    (error) =>
      `${ask("delete files")(error)}; ${base}/${isNamed ? outgoing.name : outgoing.temporary} is left there`,
  );
}

/** The probe's name while it is written, as the channel's own files would have one. */
function temporaryOf(template: string, name: string): string {
  if (template === ownNameAtOnce) return `${name}.renamed`;
  if (!template.includes("/")) return name;
  return template.replaceAll("{random}", name).replaceAll("{name}", "probe");
}
