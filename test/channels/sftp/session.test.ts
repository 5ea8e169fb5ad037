import { expect, onTestFinished, test } from "vitest";
import { afterFailure, closedBreaker } from "../../../src/channels/sftp/breaker.ts";
import { SftpError } from "../../../src/channels/sftp/sftp-error.ts";
import { type SessionParts, SftpSession } from "../../../src/channels/sftp/sftp-session.ts";
import { sftpServerDefaults } from "../../../src/config/channel/sftp-server.ts";
import { until } from "../../promises/workplace.ts";
import { fc } from "../../property.ts";
import { failureOf } from "./failure-of.ts";
import { startRelay } from "./relay.ts";
import { startSshd } from "./sshd.ts";

const nowhere = { ...sftpServerDefaults, host: "nowhere", user: "busbar", hostKeys: [] };

function sessionOn(server: SftpSession["server"], parts: SessionParts = {}): SftpSession {
  const session = new SftpSession(server, parts);
  onTestFinished(() => session.end());
  return session;
}

test("one connection serves all, and is made anew when it broke", async () => {
  const sshd = await startSshd();
  const relay = await startRelay(sshd.port);
  const session = sessionOn(
    { ...sshd.server, port: relay.port },
    { steady: () => 0, chance: () => 0 },
  );
  const [one, two] = await Promise.all([session.link(), session.link()]);
  expect(two).toBe(one);
  expect(relay.connections).toBe(1);
  relay.cut();
  await failureOf(one.look("/"));
  expect(session.isConnected).toBe(false);
  session.resetBackoff();
  expect(await (await session.link()).look("/")).toMatchObject({ kind: "folder" });
  expect(relay.connections).toBe(2);
});

test("a server that fails is not asked again before its time", async () => {
  let now = 0;
  let tries = 0;
  const connect = () => {
    tries += 1;
    return Promise.reject(new SftpError("unreachable", `try ${tries}`));
  };
  const session = sessionOn(nowhere, { connect, steady: () => now, chance: () => 1 });
  expect((await failureOf(session.link())).message).toBe("try 1");
  expect((await failureOf(session.link())).message).toBe("try 1");
  expect(tries).toBe(1);
  now = session.retryAt;
  expect((await failureOf(session.link())).message).toBe("try 2");
  expect(session).toMatchObject({ failures: 2, problem: { message: "try 2" } });
  session.resetBackoff();
  await failureOf(session.link());
  expect(tries).toBe(3);
});

test("the breaker waits longer each time, never longer than five minutes, and never all at once", () => {
  const waits = sftpServerDefaults.reconnect;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const wait = afterFailure({ failures, until: 0 }, waits, 1000, chance).until - 1000;
        const most = Math.min(300_000, 1000 * 2 ** failures);
        expect(wait).toBeGreaterThanOrEqual(most / 2);
        expect(wait).toBeLessThanOrEqual(most);
      },
    ),
  );
  expect(afterFailure(closedBreaker, waits, 0, 0).failures).toBe(1);
});

test("a session that rests connects again, one that ended lets go of what comes late", async () => {
  const sshd = await startSshd();
  const session = sessionOn(sshd.server);
  await session.link();
  await session.disconnect();
  expect(session).toMatchObject({ isConnected: false, problem: null });
  await session.link();
  await session.end();
  expect(session.isConnected).toBe(false);
});

test("soon after Busbar is asked to stop, what a silent server was asked is given up, a login too", async () => {
  const sshd = await startSshd();
  const relay = await startRelay(sshd.port);
  const server = { ...sshd.server, port: relay.port };
  const stop = new AbortController();
  const [inside, outside, idle] = [sessionOn(server), sessionOn(server), sessionOn(server)];
  for (const session of [inside, outside, idle]) session.stopWith(stop.signal, 10);
  const link = await inside.link();
  relay.swallow();
  const asked = failureOf(link.look("/"));
  const login = failureOf(outside.link());
  stop.abort();
  for (const failure of [await asked, await login])
    expect(failure).toMatchObject({
      code: "stopped",
      message: expect.stringMatching(/stopped before .* answered/),
    });
  await until("the idle one is given up as well", async () => {
    const failure = await idle.link().catch((error: unknown) => error);
    return failure instanceof SftpError && failure.code === "stopped";
  });
  expect([inside, outside].map(({ isConnected }) => isConnected)).toEqual([false, false]);
});
