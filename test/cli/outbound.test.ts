import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { FolderOutlet } from "../../src/channels/folder/folder-outlet.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { composeWaiting } from "../../src/outbound/compose/compose-waiting.ts";
import { deliverRound } from "../../src/outbound/deliver/deliver-round.ts";
import type { Store } from "../../src/store/port/store.ts";
import { reading } from "../outbound/readings.ts";
import { composed } from "../store/conformance/outbound-files.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
const out = join(place.folder, "out");
const file = join(place.folder, "busbar.yaml");
afterAll(() => place.remove());

/** Works on the store, then composes and delivers what is due, as the daemon would. */
async function daemonDoes(work: (store: Store) => Promise<unknown>): Promise<void> {
  const config = loadConfig(file);
  const installation = await openInstallation(config);
  const { store } = installation;
  try {
    await work(store);
    const catalogue = await installation.catalogue();
    const now = () => Date.now();
    await composeWaiting({ store, catalogue, channels: config.outbound, now: now() });
    for (const channel of config.outbound) {
      const outlet = new FolderOutlet(channel);
      await deliverRound({ store, channel, outlet, now, onStep: () => {} });
    }
  } finally {
    await installation.close();
  }
}

beforeAll(async () => {
  mkdirSync(out);
  mkdirSync(join(place.folder, "var"));
  writeFileSync(
    file,
    `participant: { role: D, id: DCOL }
channels:
  market: { direction: out, path: "out/{toParticipant}", flows: [D0010], keepOrder: false }
`,
  );
  await daemonDoes(async (store) => {
    await store.outboundMessages.send({ identity: "1", outgoing: reading(1) });
    await store.outboundMessages.send({ identity: "2", outgoing: reading(2, "SUPP", "a lot") });
    await store.outboundMessages.send({
      identity: "3",
      outgoing: { ...reading(3), flow: "D0155" },
    });
  });
});

const because = ["--reason", "agreed", "--actor", "ann"];

it("lists what left and what waits, and why", async () => {
  const { stdout } = await place.busbar("outbound", "list");
  expect(stdout).toMatch(/^ID +MADE +STATE +FLOW +TO +MESSAGES +CHANNEL +NAME\n/);
  expect(stdout).toMatch(/ delivered +D0010 +X SUPP +1 +market +D0010002_XSUPP_0000000001\.usr\n$/);
  const waiting = (await place.busbar("outbound", "list", "--messages")).stdout;
  expect(waiting).toMatch(/\n +2 .* stuck +D0010 +X SUPP .*"a lot"/);
  expect(waiting).toMatch(/\n +3 .* waiting +D0155 +X SUPP .*No channel serves D0155 to X SUPP\./);
  expect(await place.json("outbound", "list")).toMatchObject([
    { id: 1, state: "delivered", flow: "D0010", fileIdentifier: "0000000001", number: 1 },
  ]);
  expect(await place.json("outbound", "list", "--messages")).toMatchObject([
    { id: 2, state: "stuck" },
    { id: 3, state: "waiting" },
  ]);
  expect((await place.busbar("outbound", "list", "--state", "on-hold")).stdout).toMatch(
    /^No matching files, e-mails or webhooks\./,
  );
});

it("shows one whole, and its very bytes", async () => {
  const { stdout } = await place.busbar("outbound", "show", "1");
  expect(stdout).toMatch(/^File 1: D0010002_XSUPP_0000000001\.usr\n\n {2}state +delivered\n/);
  expect(stdout).toContain("identifier  0000000001");
  expect((await place.busbar("outbound", "show", "1", "--raw")).stdout).toMatch(
    /^ZHV\|0000000001\|D0010002\|/,
  );
  expect(await place.json("outbound", "show", "1")).toMatchObject([
    { id: 1, steps: [{ what: "delivered", actor: null }], messagesInIt: [{ id: 1 }] },
  ]);
  const { code, stderr } = await place.busbar("outbound", "show", "9");
  expect([code, stderr]).toEqual([1, expect.stringContaining("there is no outbound file 9")]);
});

it("says in the status how the channels are", async () => {
  const { stdout } = await place.busbar("status");
  expect(stdout).toContain(`\n  market: to ${out}/{toParticipant}\n`);
  expect(await place.json("status")).toMatchObject([
    { outbound: [{ name: "market", state: "stopped", files: { delivered: 1 } }] },
  ]);
});

it("counts what cannot leave among what is stuck, with what to do", async () => {
  const { stdout } = await place.busbar("stuck");
  expect(stdout).toContain("1 not served since");
  expect(stdout).toContain("1 not to be written since");
  const [cause] = /^\w{6}(?= {2}1 not to be written)/m.exec(stdout) ?? [];
  const again = await place.busbar("reprocess", "--cause", cause ?? "");
  expect(again).toMatchObject({ code: 0 });
  expect(await place.json("stuck")).toHaveLength(1);
  await daemonDoes(async () => {});
  expect(await place.json("stuck")).toHaveLength(2);
});

it("lets people decide, with who and why, and says what cannot be", async () => {
  const said = await place.busbar("outbound", "cancel", "2", "--message", ...because);
  expect(said.stdout).toBe("Message 2 is cancelled.\n");
  const refused = await place.busbar("outbound", "hold", "1", "9", ...because);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("outbound file 1 is delivered; only what still waits");
  expect(refused.stderr).toContain("there is no outbound file 9");
  expect((await place.busbar("outbound", "hold", "1")).stderr).toContain("--reason");
});

it("sends again as a new file with a new identifier that names the old one", async () => {
  const { stdout } = await place.busbar("outbound", "resend", "1", ...because);
  expect(stdout).toBe(
    "File 2, D0010002_XSUPP_0000000002.usr, is sent for file 1, which is delivered.\n",
  );
  await place.busbar("outbound", "hold", "2", ...because);
  await daemonDoes(async () => {});
  expect(readdirSync(join(out, "SUPP"))).toEqual(["D0010002_XSUPP_0000000001.usr"]);
  expect((await place.busbar("outbound", "show", "2")).stdout).toMatch(
    /state +ready, on hold\n.*sent again for +1\n.*resend by ann: agreed\n.*hold by ann: agreed\n.*To let it go: busbar outbound release 2/s,
  );
  await place.busbar("outbound", "release", "2", ...because);
  await daemonDoes(async () => {});
  expect(readdirSync(join(out, "SUPP"))).toHaveLength(2);
  expect(await place.json("outbound", "show", "1")).toMatchObject([{ replacedBy: 2 }]);
});

it("why tells what is known of a queue that no channel serves, and of one that is not stuck", async () => {
  await daemonDoes((store) =>
    store.outboundMessages.send({
      identity: "why:1",
      outgoing: {
        kind: "file",
        flow: "D0150",
        to: { role: "M", participant: "NOWHERE" },
        data: {},
      },
    }),
  );
  const [queue] = (await place.json("stuck", "--kind", "no-channel")) as { item: string }[];
  const told = await place.busbar("why", queue?.item ?? "");
  expect(told.code).toBe(0);
  expect(told.stdout).toContain("busbar outbound list --messages");
  expect((await place.busbar("why", "gap", "99")).stderr).toContain("gap 99 is not stuck");
});

it("calls an e-mail one, and says to which address it goes", async () => {
  const addressed = { envelope: null, given: null, folder: "ann@example.test" };
  const letter = { ...addressed, name: "<4711@example.test>", channel: "post" };
  let id = 0;
  await daemonDoes(async (store) => {
    [id = 0] = (await store.outbound.record([composed(1, letter)])) ?? [];
  });
  const { stdout } = await place.busbar("outbound", "list", "--channel", "post");
  expect(stdout).toMatch(/ ready +e-mail +ann@example\.test +1 +post /);
  const shown = await place.busbar("outbound", "show", String(id));
  expect(shown.stdout).toMatch(/^E-mail \d+: <4711@example\.test>\n/);
  expect(shown.stdout).toMatch(/\n {2}to +ann@example\.test\n/);
  expect(shown.stdout).not.toContain("folder");
  expect((await place.busbar("outbound", "hold", String(id), ...because)).stdout).toBe(
    `E-mail ${id} is now ready, on hold.\n`,
  );
  expect((await place.busbar("why", "outbound", String(id))).stdout).toContain(
    "an e-mail to ann@example.test",
  );
});

it("says of files and messages that a hold keeps them, and which", async () => {
  const scope = ["outbound", "--channel", "market"];
  const kept = 'kept by the hold "outbound --channel market" of ann: agreed';
  let id = 0;
  let message = 0;
  await daemonDoes(async (store) => {
    [id = 0] = (await store.outbound.record([composed(1, { channel: "market" })])) ?? [];
    await store.outbound.decide({ id, decision: "hold", actor: "ann", reason: "for now" });
  });
  await place.busbar("hold", ...scope, ...because);
  await place.busbar("outbound", "release", String(id), ...because);
  const config = loadConfig(file);
  const { store } = await openInstallation(config);
  await store.outboundMessages.send({ identity: "kept", outgoing: reading(7) });
  message = Math.max(...(await store.outboundMessages.waiting({ limit: 99 })).map((one) => one.id));
  await store.close();
  const files = (await place.busbar("outbound", "list")).stdout;
  expect(files).toMatch(new RegExp(`\n +${id} .* ready, on hold +D0010 `));
  expect(files).toMatch(/ delivered +D0010 /);
  const waiting = (await place.busbar("outbound", "list", "--messages")).stdout;
  expect(waiting).toMatch(new RegExp(`\n +${message} .* on hold +D0010 .*${kept}`));
  // What no channel serves is kept by no hold.
  expect(waiting).toMatch(/ waiting +D0155 .*No channel serves/);
  const shown = (await place.busbar("outbound", "show", String(id))).stdout;
  expect(shown).toContain(kept);
  expect(shown).toContain("busbar release outbound --channel market --reason");
  expect(await place.json("outbound", "show", String(id))).toMatchObject([
    { keptBy: { stage: "outbound", channel: "market", actor: "ann" } },
  ]);
  await place.busbar("release", ...scope, ...because);
  expect((await place.busbar("outbound", "list")).stdout).not.toMatch(
    new RegExp(`^ *${id} .*on hold`, "m"),
  );
});

it("moves numbers on, never back, and the next file has the one that was named", async () => {
  const move = (...words: string[]) =>
    place.busbar("outbound", "number", "market", ...words, ...because);
  const series = ["--flow", "D0010", "--to", "X:SUPP"];
  const words = ["outbound", "number", "market", "--from", "120", ...series, ...because];
  expect(await place.json(...words)).toMatchObject([{ next: 120 }]);
  const back = await move(...series, "--from", "119");
  expect(back).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("the next number there is 120"),
  });
  // As the list shows it, and by its participant alone where that is one recipient.
  for (const [to, next] of [
    ["SUPP", "121"],
    ["X SUPP", "122"],
  ])
    expect(await move("--flow", "D0010", "--to", to ?? "", "--from", next ?? "")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`D:DCOL>X:SUPP D0010: the next number is ${next}`),
    });
  const unknown = await move("--flow", "D0010", "--to", "SUPB", "--from", "200");
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /no file was numbered for a recipient SUPB; there are X:SUPP\b.* or :SUPP/,
    ),
  });
  expect(await move("--flow", "D0010", "--to", ":SUPP", "--from", "9")).toMatchObject({ code: 0 });
  const several = await move("--flow", "D0010", "--to", "SUPP", "--from", "200");
  expect(several).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("several recipients are SUPP: :SUPP, X:SUPP; name one of them"),
  });
  expect(await move("--flow", "D0010", "--from", "200")).toMatchObject({ code: 2 });
  expect(await move("--to", "X:SUPP", "--from", "200")).toMatchObject({ code: 2 });
  await daemonDoes((store) =>
    store.outboundMessages.send({ identity: "after", outgoing: reading(9) }),
  );
  expect(readdirSync(join(out, "SUPP"))).toContain("D0010002_XSUPP_0000000122.usr");
});
