import { describe, expect, it } from "vitest";
import { z } from "zod";
import { runCommand } from "../../src/app/commands/process/run-command.ts";
import {
  type ReleaseContext,
  releaseAll,
  tryRelease,
} from "../../src/app/commands/stuck/release-cause.ts";
import { command } from "../../src/core/define/command.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { record } from "../../src/core/define/effect.ts";
import { ownEvent } from "../../src/core/define/event-type.ts";
import type { ProcessDefinition } from "../../src/core/process/process.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { Library } from "../build/library.ts";
import { loan, type Slip } from "../build/loan.ts";

const lent: Slip = { what: "lent", dueBack: "5000000" };

function context({ store }: Library, definition: ProcessDefinition): ReleaseContext {
  const catalogue = loadCatalogue();
  return {
    recording: recordingContext({ store, catalogue, blobs: "/nowhere", largeFileBytes: 1 << 20 }),
    definitions: new Map([[definition.type, definition]]),
    actor: "ann",
    reason: "mended",
  };
}

const fragile = (isBroken: () => boolean) =>
  defineProcess({
    type: "loan",
    version: 1,
    events: {},
    takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
    begin: () => ({}),
    status: () => "fine",
  }).onAny((state) => {
    if (isBroken()) throw new TypeError("no such shelf");
    return state;
  });

describe("releasing all that is stuck for a cause", () => {
  it("says of a process whose state is still no plain JSON that it still fails", async () => {
    const library = await Library.open();
    const definition = defineProcess({
      type: "loan",
      version: 1,
      events: {},
      takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
      begin: () => ({ seen: new Map() }),
      status: () => "fine",
    });
    library.use(definition);
    await library.tell("Emma", 100, lent);
    await library.build();
    const [item] = await Array.fromAsync(library.store.stuck.list());
    if (item === undefined) throw new Error("nothing is stuck");
    expect(await tryRelease(context(library, definition), item)).toMatchObject({
      said: expect.stringContaining("state.seen is a Map"),
      free: false,
    });
  });

  it("builds processes again, after saying what that would come to", async () => {
    const library = await Library.open();
    let broken = true;
    const definition = fragile(() => broken);
    library.use(definition);
    await library.tell("Emma", 100, lent);
    await library.tell("Dune", 100, lent);
    await library.build();
    const items = await Array.fromAsync(library.store.stuck.list());
    expect(new Set(items.map(({ cause }) => cause.id)).size).toBe(1);
    expect(items[0]?.cause.title).toMatch(/^loan: TypeError: no such shelf, at /);
    const release = context(library, definition);
    const [first] = items;
    if (first === undefined) throw new Error("nothing is stuck");
    expect(await tryRelease(release, first)).toMatchObject({
      said: expect.stringMatching(
        /^still fails: the definition of "loan" threw TypeError: no such shelf \(.*release-cause\.test\.ts:\d+:\d+\)$/,
      ),
      free: false,
    });
    expect(await Array.fromAsync(releaseAll(release, items))).toMatchObject([
      {
        said: expect.stringMatching(
          /^still stuck: the definition of "loan" threw TypeError: no such shelf \(/,
        ),
        free: false,
      },
      { free: false },
    ]);
    broken = false;
    expect(await tryRelease(release, first)).toMatchObject({ said: "builds: fine", free: true });
    expect(await Array.fromAsync(library.store.stuck.list())).toHaveLength(2);
    expect(await Array.fromAsync(releaseAll(release, items))).toMatchObject([
      { said: "released", free: true },
      { said: "released", free: true },
    ]);
    expect(await Array.fromAsync(library.store.stuck.list())).toEqual([]);
    expect(library.builds()).toMatchObject([{ status: "fine" }, { status: "fine" }]);
  });

  it("puts failed actions back in line, and leaves those that need review to a person", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, { ...lent, reminders: "yes" });
    await library.tell("Emma", 300, { what: "prolonged", dueBack: "6000000" });
    await library.build();
    const { token } = await library.store.leases.take({ forMs: 60_000, alone: true });
    const room = { inAll: 9, others: 9, queues: [] };
    const { claimed } = await library.store.actions.claim({ token, ended: [], room });
    await library.store.actions.claim({
      token,
      ended: claimed.map(({ id, attempt, process, event }) => ({
        id,
        attempt,
        process,
        event,
        outcome: "failed",
        reason: "Error: no post today",
        error: null,
        retryInMs: null,
      })),
      room: { ...room, inAll: 0 },
    });
    const items = await Array.fromAsync(library.store.stuck.list());
    expect(items).toMatchObject([{ kind: "action-failed", name: "Emma" }]);
    const released = await Array.fromAsync(releaseAll(context(library, loan), items));
    expect(released).toMatchObject([{ said: "released", free: true }]);
    expect(library.ledger()).toMatchObject([{ name: "remind", state: "planned" }]);
  });

  it("runs failed commands again under their keys", async () => {
    const library = await Library.open();
    let broken = true;
    const definition = defineProcess({
      type: "loan",
      version: 1,
      events: { COVER_MENDED: ownEvent("Cover mended", z.object({ glue: z.string() })) },
      takes: {},
      begin: () => ({ mended: 0 }),
      status: ({ mended }) => `mended ${mended} times`,
      commands: [
        command({
          name: "do_mend",
          about: "Mends the cover.",
          data: z.object({ glue: z.string() }),
          opens: true,
          decide: (_: { readonly mended: number }, { glue }) => {
            if (broken) throw new RangeError(`no ${glue} today`);
            return record("COVER_MENDED", { glue });
          },
        }),
      ],
    }).on("COVER_MENDED", ({ mended }) => ({ mended: mended + 1 }));
    library.use(definition);
    const asked = { name: "do_mend", processType: "loan", processKey: "Emma", actor: "ben" };
    const running = {
      store: library.store,
      definitions: new Map([["loan", definition]]),
      now: () => library.now,
    };
    for (const key of ["k1", "k2"])
      await runCommand(running, { ...asked, key, data: { glue: key } });
    const items = await Array.fromAsync(library.store.stuck.list());
    expect(items).toMatchObject([
      { kind: "command-failed", item: "command 1", name: "Emma" },
      { kind: "command-failed", item: "command 2", name: "Emma" },
    ]);
    expect(new Set(items.map(({ cause }) => cause.id)).size).toBe(1);
    broken = false;
    expect(await Array.fromAsync(releaseAll(context(library, definition), items))).toMatchObject([
      { said: "released" },
      { said: "released" },
    ]);
    await library.build();
    expect(library.builds()).toMatchObject([{ key: "Emma", status: "mended 2 times" }]);
    expect(await Array.fromAsync(library.store.stuck.list())).toEqual([]);
  });
});
