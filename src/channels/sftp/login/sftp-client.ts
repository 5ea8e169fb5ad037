import type { ConnectConfig, SFTPWrapper } from "ssh2";
import type SftpClient from "ssh2-sftp-client";

/** The package's client: it makes the connection, and hands out what requests are made on. */
export type { SftpClient };

/** A client of the package, not connected yet. Loads the package, which only SFTP channels need. */
export async function newSftpClient(): Promise<SftpClient> {
  const { default: Client } = await import("ssh2-sftp-client");
  // Left to itself it prints each event that nobody waits for; whoever uses the link listens himself.
  return new Client("busbar", {});
}

/** What the server calls its software; empty when it does not. Neither package's types name it. */
export function softwareOf(client: SftpClient): string {
  const { client: ssh }: { readonly client?: { readonly _remoteVer?: string } } = client as object;
  return ssh?._remoteVer ?? "";
}

/**
 * Logs in over the socket that `config` has, and opens SFTP. Rejects with what ssh2 says, which tells
 * a refused login from a broken connection; the package's own errors keep the text alone.
 */
export async function openSftp(client: SftpClient, config: ConnectConfig): Promise<SFTPWrapper> {
  let fail = (_: Error): void => {};
  const closed = () => fail(new Error("the server closed the connection"));
  const listeners = { error: (error: Error) => fail(error), end: closed, close: closed };
  const all = Object.entries(listeners);
  // The client calls these before its own, whose errors then come too late to count.
  for (const [event, listener] of all) client.on(event, listener);
  try {
    return await new Promise((resolve, reject) => {
      fail = reject;
      client.connect(config).then(resolve, (error: Error) => reject(plainError(error)));
    });
  } finally {
    for (const [event, listener] of all) client.removeListener(event, listener);
  }
}

/** An error without the name of the step, which the package puts before the text. */
function plainError(error: Error): Error {
  const step = "sftp: ";
  if (!error.message.startsWith(step)) return error;
  return new Error(error.message.slice(step.length), { cause: error });
}
