import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChannelError } from "../../src/channels/channel-error.ts";
import { FolderOutlet } from "../../src/channels/folder/folder-outlet.ts";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import type { DeliveryEnd } from "../../src/core/outbound/outbound.ts";
import { deliverRound } from "../../src/outbound/deliver/deliver-round.ts";
import type { DeliveryContext } from "../../src/outbound/deliver/delivery.ts";
import type { OnCrashPoint } from "../../src/runtime/crash-points.ts";
import type { Store } from "../../src/store/port/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { closeFolder } from "../channels/folder/closed-folder.ts";
import { composed } from "../store/conformance/outbound-files.ts";

type StepName = Parameters<OnCrashPoint>[0];

class CutOff extends Error {}

describe("delivering to a folder", () => {
  let base: string;
  let out: string;
  let store: Store;
  let now: number;

  beforeEach(async () => {
    base = mkdtempSync(join(tmpdir(), "busbar-deliver-"));
    out = join(base, "out");
    mkdirSync(out);
    now = 1_000_000;
    store = await openSqliteStore(join(base, "store.db"), { blobFolder: base, now: () => now });
    const to = { role: "X", participant: "UPCO" };
    await store.outboundMessages.send({
      identity: "one",
      outgoing: { kind: "file", flow: "D0010", to, data: {} },
    });
    await store.outboundMessages.send({
      identity: "two",
      outgoing: { kind: "file", flow: "D0155", to, data: {} },
    });
  });
  afterEach(async () => {
    await store.close();
    rmSync(base, { recursive: true, force: true });
  });

  /** Records outbound files, of one queue unless said otherwise. */
  async function record(count: number, folder = out, queue = 1): Promise<void> {
    const series = `queue ${queue} of ${folder}`;
    const last = await store.numbers.last(series);
    await store.outbound.record(
      Array.from({ length: count }, (_, at) => {
        const number = last + at + 1;
        const temporary = `.busbar-${queue}-${number}.part`;
        const name = queue === 1 ? `file-${number}` : `other-${number}`;
        return composed(number, { queue, folder, name, temporary, given: { series, number } });
      }),
    );
  }

  function round(filter: Partial<DeliveryContext> = {}) {
    const channel = { ...outboundDefaults, name: "market", base: out, path: out };
    const outlet = new FolderOutlet(channel);
    const context = { store, channel, outlet, now: () => now, onStep: () => {}, chance: () => 0.5 };
    return deliverRound({ ...context, ...filter });
  }
  /** A round that is cut off when it has done a step. */
  const cutAfter = (fatal: StepName) =>
    expect(
      round({
        onStep: (step) => {
          if (step === fatal) throw new CutOff();
        },
      }),
    ).rejects.toThrow(CutOff);

  const there = () => readdirSync(out).toSorted();
  const states = async () =>
    (await Array.fromAsync(store.outbound.list())).map(({ state }) => state);
  const state = async (id: number) => await store.outbound.get(id);

  it("puts each file there whole under its own name, and nothing else", async () => {
    await record(3);
    expect(await round()).toMatchObject({ files: 3, delivered: 3 });
    expect(there()).toEqual(["file-1", "file-2", "file-3"]);
    expect(readFileSync(join(out, "file-2"), "utf8")).toBe("bytes of 2");
    expect(await states()).toEqual(["delivered", "delivered", "delivered"]);
    expect(await round()).toMatchObject({ files: 0 });
  });

  it.each([
    ["as soon as they are there", "outbound-written"],
    ["once all are there", "outbound-uploaded"],
  ] as const)(
    "writes nothing anew that somebody took by its temporary name, %s",
    async (_, step) => {
      await record(6);
      await record(2, out, 2);
      const taken: string[] = [];
      const take: OnCrashPoint = (now) => {
        if (now !== step) return;
        for (const name of readdirSync(out).filter((one) => one.startsWith("."))) {
          renameSync(join(out, name), join(base, name));
          taken.push(name);
        }
      };
      for (let left = 5; left > 0; left -= 1) await round({ onStep: take });
      expect(taken).toHaveLength(8);
      expect(new Set(taken).size).toBe(8);
      expect(new Set(await states())).toEqual(new Set(["unknown"]));
      expect((await state(3))?.problem).toMatch(
        /Somebody takes files under temporary names: agree with the recipient/,
      );
      expect((await state(3))?.problem).not.toMatch(/cut off/);
    },
  );

  it("takes what the channel's trouble kept from its name for taken when it is gone", async () => {
    await record(3);
    const channel = { ...outboundDefaults, name: "market", base: out, path: out };
    const outlet = new FolderOutlet(channel);
    const broken = Object.assign(Object.create(outlet), {
      inFlight: 1,
      write: async (...[file, bytes]: Parameters<FolderOutlet["write"]>) => {
        if (file.name === "file-3") throw new ChannelError("unusable", "the link broke");
        return outlet.write(file, bytes);
      },
    });
    await expect(round({ outlet: broken })).rejects.toThrow("the link broke");
    expect(await states()).toEqual(["uploaded", "uploaded", "ready"]);
    renameSync(join(out, ".busbar-1-1.part"), join(base, "taken"));
    await round();
    expect(await states()).toEqual(["unknown", "uploaded", "ready"]);
  });

  it.each(["temp/.one.part", "../temp/.one.part"])(
    "writes into another folder first: %s",
    async (temporary) => {
      const given = { series: "temp", number: 1 };
      const folder = join(out, "UPCO");
      await store.outbound.record([composed(1, { folder, name: "file-1", temporary, given })]);
      const path = join(folder, temporary);
      let seen = "";
      await round({
        onStep: (step) => {
          if (step === "outbound-written") seen = readFileSync(path, "utf8");
        },
      });
      expect(seen).toBe("bytes of 1");
      expect(existsSync(path)).toBe(false);
      expect(readFileSync(join(folder, "file-1"), "utf8")).toBe("bytes of 1");
      expect(await states()).toEqual(["delivered"]);
    },
  );

  it("takes its very bytes under the name for delivered", async () => {
    await record(1);
    writeFileSync(join(out, "file-1"), "bytes of 1");
    await round();
    expect(there()).toEqual(["file-1"]);
    expect(await states()).toEqual(["delivered"]);
  });

  it("takes a person's word that one arrived whose name another's file has", async () => {
    await record(2);
    writeFileSync(join(out, "file-1"), "somebody else's");
    await round();
    await store.outbound.decide({
      id: 1,
      decision: "confirm",
      actor: "ann",
      reason: "they have it",
    });
    await round();
    expect(await states()).toEqual(["delivered", "delivered"]);
  });

  it("makes the folders below the one that has to be there", async () => {
    await record(1, join(out, "UPCO", "D0010"));
    await round();
    expect(readdirSync(join(out, "UPCO", "D0010"))).toEqual(["file-1"]);
  });

  it.each([
    ["outbound-written", "ready"],
    ["outbound-uploaded", "uploaded"],
    ["outbound-named", "uploaded"],
    ["outbound-synced", "uploaded"],
    ["outbound-delivered", "delivered"],
  ] as const)("cut off after %s, ends with each file there once", async (step, between) => {
    await record(3);
    await cutAfter(step);
    expect((await states())[2]).toBe(between);
    await round();
    expect(there()).toEqual(["file-1", "file-2", "file-3"]);
    expect(await states()).toEqual(["delivered", "delivered", "delivered"]);
  });

  it("ends a name that was given and whose temporary name was left", async () => {
    await record(1);
    await cutAfter("outbound-uploaded");
    linkSync(join(out, ".busbar-1-1.part"), join(out, "file-1"));
    await round();
    expect(there()).toEqual(["file-1"]);
    expect(await states()).toEqual(["delivered"]);
  });

  it("does not know of a file that is under neither name, and does not send it again", async () => {
    await record(2);
    await cutAfter("outbound-uploaded");
    rmSync(join(out, ".busbar-1-1.part"));
    await round();
    expect(await state(1)).toMatchObject({
      state: "unknown",
      problem: expect.stringContaining("Ask the recipient whether it came"),
    });
    // The one behind it waits: it is of the same flow to the same recipient.
    expect(await round()).toMatchObject({ files: 0 });
    await store.outbound.decide({
      id: 1,
      decision: "retry",
      actor: "ann",
      reason: "it did not come",
    });
    await round();
    await round();
    expect(there()).toEqual(["file-1", "file-2"]);
  });

  it("knows a file that was renamed and one that was replaced by another's", async () => {
    await record(2);
    await cutAfter("outbound-uploaded");
    renameSync(join(out, ".busbar-1-1.part"), join(out, "file-1"));
    rmSync(join(out, ".busbar-1-2.part"));
    writeFileSync(join(out, "file-2"), "BYTES of 2");
    await round();
    // What was written is gone as well: the recipient may have it under another name.
    expect(await states()).toEqual(["delivered", "unknown"]);
    expect(readFileSync(join(out, "file-2"), "utf8")).toBe("BYTES of 2");
  });

  it("never replaces another's file, leaves nothing of its own, and waits for a person", async () => {
    await record(2);
    writeFileSync(join(out, "file-1"), "somebody else's");
    await round();
    expect(there()).toEqual(["file-1"]);
    expect(readFileSync(join(out, "file-1"), "utf8")).toBe("somebody else's");
    expect(await state(1)).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("is called file-1"),
    });
    rmSync(join(out, "file-1"));
    await store.outbound.decide({ id: 1, decision: "retry", actor: "ann", reason: "taken away" });
    await round();
    expect(there()).toEqual(["file-1", "file-2"]);
  });

  it("tries again what failed, later and later, and keeps only its queue behind it", async () => {
    const barred = join(out, "barred");
    writeFileSync(barred, "in the way of a folder");
    await record(2, barred);
    await record(1, out, 2);
    expect(await round()).toMatchObject({ delivered: 1 });
    expect(there()).toEqual(["barred", "other-1"]);
    expect(await state(1)).toMatchObject({ state: "ready", attempts: 1, dueAt: now + 1_000 });
    expect(await store.deliveries.nextRetry("market")).toMatchObject({
      file: 1,
      dueAt: now + 1_000,
    });
    now += 1_000;
    await round();
    expect(await state(1)).toMatchObject({ attempts: 2, dueAt: now + 2_000 });
    expect(await state(2)).toMatchObject({ attempts: 0 });
    rmSync(barred);
    now += 2_000;
    await round();
    expect(readdirSync(barred).toSorted()).toEqual(["file-1", "file-2"]);
  });

  it("gives up for a person when the channel says so", async () => {
    writeFileSync(join(out, "barred"), "");
    await record(1, join(out, "barred"));
    const retry = { firstMs: 1, longestMs: 1, attempts: 1 };
    const ends: DeliveryEnd[] = [];
    const onEnded = (some: readonly DeliveryEnd[]) => void ends.push(...some);
    await round({ channel: { name: "market", retry, keepOrder: true }, onEnded });
    expect(await state(1)).toMatchObject({ state: "failed" });
    expect(ends).toMatchObject([{ id: 1, end: "failed" }]);
  });

  it("says that the channel is in trouble when its folder is not there", async () => {
    await record(1);
    rmSync(out, { recursive: true });
    await expect(round()).rejects.toThrow(/The folder .*out of channel "market" is not there/);
    expect(existsSync(out)).toBe(false);
    expect(await state(1)).toMatchObject({ state: "ready", attempts: 0 });
    mkdirSync(out);
    await round();
    expect(there()).toEqual(["file-1"]);
  });

  it("says that the channel is in trouble when it may not write there, and counts no attempt", async (context) => {
    await record(1);
    {
      using closed = closeFolder(out);
      if (closed === null) return context.skip();
      await expect(round()).rejects.toMatchObject({ name: "ChannelError" });
      expect(await state(1)).toMatchObject({ state: "ready", attempts: 0, problem: null });
    }
    await round();
    expect(there()).toEqual(["file-1"]);
  });

  it("tries at once what waits for another try when a person asks", async () => {
    await record(1, join(out, "barred"));
    writeFileSync(join(out, "barred"), "");
    await round();
    rmSync(join(out, "barred"));
    expect(await round()).toMatchObject({ files: 0 });
    expect(await round({ isRetryNow: true })).toMatchObject({ delivered: 1 });
  });

  it("leaves out what a person holds or cancels while it is written", async () => {
    await record(3);
    let written = 0;
    await round({
      onStep: (step) => {
        if (step === "outbound-written") written += 1;
      },
      store: {
        ...store,
        deliveries: {
          ...store.deliveries,
          begin: async (given) => {
            const by = { actor: "ann", reason: "wait" };
            await store.outbound.decide({ id: 1, decision: "hold", ...by });
            await store.outbound.decide({ id: 2, decision: "cancel", ...by });
            return store.deliveries.begin(given);
          },
        },
      },
    });
    expect(written).toBe(3);
    expect(there()).toEqual(["file-3"]);
    expect(await states()).toEqual(["ready", "cancelled", "delivered"]);
  });

  it("tidies up after what was cancelled while it was cut off", async () => {
    await record(1);
    await cutAfter("outbound-written");
    expect(there()).toEqual([".busbar-1-1.part"]);
    await store.outbound.decide({ id: 1, decision: "cancel", actor: "ann", reason: "never" });
    await round();
    expect(there()).toEqual([]);
  });

  it("delivers the others when the rest of a cancelled one cannot be removed, and tries that again", async () => {
    await record(2);
    await store.outbound.decide({ id: 1, decision: "cancel", actor: "ann", reason: "never" });
    const rest = join(out, ".busbar-1-1.part");
    mkdirSync(rest);
    await round();
    expect(there()).toEqual([".busbar-1-1.part", "file-2"]);
    rmSync(rest, { recursive: true });
    writeFileSync(rest, "half");
    await round();
    expect(there()).toEqual(["file-2"]);
  });

  it("sends nothing of a flow on hold", async () => {
    await record(1);
    expect(await round({ flowsOnHold: ["D0010"] })).toMatchObject({ files: 0 });
    expect(await round({ flowsOnHold: ["D0155"] })).toMatchObject({ delivered: 1 });
  });
});
