import { rmSync } from "node:fs";
import { onTestFinished } from "vitest";
import type { SftpServer } from "../../../src/config/channel/sftp-server.ts";
import { type Sshd, startBareSshd } from "./bare-sshd.ts";

/** Starts an OpenSSH server; it is stopped and removed when the test is finished. */
export async function startSshd(
  settings: Partial<SftpServer> = {},
  refused: readonly string[] = [],
): Promise<Sshd> {
  const sshd = await startBareSshd(settings, refused);
  onTestFinished(async () => {
    await sshd.stop();
    rmSync(sshd.base, { recursive: true, force: true });
  });
  return sshd;
}
