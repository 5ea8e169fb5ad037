import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { type OutboundSftp, outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import { runDaemon } from "../../src/daemon/run-daemon.ts";
import { startRelay } from "../channels/sftp/relay.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { reading } from "../outbound/readings.ts";
import { errands, troubled } from "../promises/errands.ts";
import { d0010, goodFile } from "../promises/flow-files.ts";
import { quickInbox } from "../promises/partner-place.ts";
import { channelStatus, until, withStore, workplace } from "../promises/workplace.ts";
import { statusBeside } from "../status-beside.ts";

test.runIf(process.env["BUSBAR_NIGHTLY"] === "1")(
  "whatever is in flight, a daemon stops cleanly within ten seconds",
  async () => {
    const sshd = await startSshd();
    const [intoHole, outOfHole] = [await startRelay(sshd.port), await startRelay(sshd.port)];
    const through = (port: number) => ({ ...sshd.server, port });
    const made = workplace({ steadyMs: 0 }, { largeFileBytes: 1 << 20 });
    onTestFinished(made.remove);
    const sftp: OutboundSftp = {
      ...outboundDefaults,
      name: "partner-out",
      kind: "sftp",
      direction: "out",
      from: { role: "D", participant: "DCOL" },
      path: sshd.makeFolder("out"),
      base: join(sshd.base, "out"),
      server: through(outOfHole.port),
    };
    const inbox = {
      ...quickInbox(through(intoHole.port), sshd.makeFolder("in"), { name: "partner-in" }),
      quarantine: join(made.base, "quarantine"),
    };
    const config: BusbarConfig = { ...made.config, sftpInboxes: [inbox], outbound: [sftp] };
    const place = { ...made, config };
    // Two that move behind the partners' links, which then swallow all that is said.
    writeFileSync(join(sshd.base, "in", goodFile(1).name), goodFile(1, 20_000).bytes);
    place.drop({
      name: "hanging.uff",
      bytes: Buffer.from(d0010("0000000077", [troubled.hanging])),
    });
    const stop = new AbortController();
    const ready = Promise.withResolvers<void>();
    const running = runDaemon(config, {
      commandOf: () => "busbar",
      definitions: errands,
      signal: stop.signal,
      log: pino({ level: "silent" }),
      onReady: () => ready.resolve(),
    });
    await ready.promise;
    await until("the hanging action is begun", () =>
      withStore(place, async (store) => {
        const all = await Array.fromAsync(store.actions.list());
        return all.some(({ name, state }) => name === "tell" && state === "running");
      }),
    );
    intoHole.swallow();
    outOfHole.swallow();
    await withStore(place, (store) =>
      store.outboundMessages.send({ identity: "reading:1", outgoing: reading(1) }),
    );
    place.drop(goodFile(2, 60_000));
    for (let number = 10; number < 2_000; number += 1) place.drop(goodFile(number));
    const taken = () => channelStatus(place)?.recorded ?? 0;
    const before = taken();
    await until("it is in the middle of them", () => taken() > before);
    const asked = performance.now();
    stop.abort();
    await running;
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(statusBeside(config.store)).toMatchObject({ running: false });
  },
);
