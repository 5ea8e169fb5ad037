import { expect, test } from "vitest";
import { checkInstallation } from "../../src/app/doctor/check-installation.ts";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import { sftpInboxDefaults } from "../../src/config/channel/sftp-inbox.ts";
import { freePort } from "../channels/sftp/bare-sshd.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { workplace } from "../promises/workplace.ts";

test("partners are looked at: whether they answer, by which key, and whether the folder can be used", async () => {
  const sshd = await startSshd();
  const place = workplace();
  const inbox = (name: string, folder: string) => ({
    ...sftpInboxDefaults,
    ...({ name, kind: "sftp", direction: "in", folder } as const),
    server: sshd.server,
    taken: { kind: "keep" } as const,
    quarantine: place.channel.quarantine,
  });
  const down = { ...sshd.server, port: await freePort() };
  const stranger = { ...sshd.server, hostKeys: [`SHA256:${"A".repeat(43)}`] };
  const config = {
    ...place.config,
    sftpInboxes: [
      inbox("good", sshd.folder),
      inbox("no-folder", `${sshd.folder}/away`),
      { ...inbox("other-key", sshd.folder), server: stranger },
    ],
    outbound: [
      {
        ...outboundDefaults,
        ...({ name: "down", kind: "sftp", direction: "out" } as const),
        server: down,
        path: sshd.folder,
        base: sshd.folder,
      },
    ],
  };
  try {
    const all = await Array.fromAsync(checkInstallation(config, { channels: true, unit: null }));
    const of = (name: string) =>
      all.flatMap((one) =>
        one.area === "channels" && one.about === name ? `${one.outcome} ${one.found}` : [],
      );
    expect(of("good")).toEqual(["good passes every check"]);
    expect(of("no-folder")[0]).toMatch(/^bad It cannot list at .*away/);
    expect(of("other-key")[0]).toMatch(/^bad It cannot connect at 127\.0\.0\.1:\d+: .*host key/);
    expect(of("down")[0]).toMatch(/^bad It cannot connect at 127\.0\.0\.1:\d+: /);
    // On their own they are left alone.
    const quiet = await Array.fromAsync(checkInstallation(config, { channels: false, unit: null }));
    expect(quiet.filter(({ area }) => area === "channels")).toEqual([]);
  } finally {
    place.remove();
  }
});
