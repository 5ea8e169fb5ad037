import { expect, test } from "vitest";
import { Engine } from "../../src/build/run-engine.ts";
import { englandAndWales } from "../../src/calendar/england-and-wales.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { signals } from "../../src/runtime/signals.ts";
import { Library } from "./library.ts";
import { loan } from "./loan.ts";

test("the log says once that processes cannot be built, however many fail alike", async () => {
  const library = await Library.open();
  const broken = defineProcess({
    type: "loan",
    version: 1,
    events: {},
    takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
    begin: (key) => key,
    status: () => "fine",
  }).onAny((key) => {
    throw new Error(`no shelf for "${key}"`);
  });
  library.use(broken);
  for (const book of ["Emma", "Dune", "Ulysses"])
    await library.tell(book, 100, { what: "lent", dueBack: "5000000" });

  const warned: string[] = [];
  const stop = new AbortController();
  const engine = new Engine({
    store: library.store,
    definitions: new Map([["loan", broken]]),
    clock: machineClock,
    log: {
      debug: () => undefined,
      info: () => undefined,
      error: () => undefined,
      warn: (_, message) => void warned.push(message),
    },
    onStep: (step) => void (step === "built" && stop.abort()),
    isIntakeBusy: () => false,
    signals: signals(),
    expectations: { answers: new Map(), files: [], calendars: () => englandAndWales },
  });
  await engine.run(stop.signal);
  expect(library.builds().map(({ error }) => error !== null)).toEqual([true, true, true]);
  expect(warned).toEqual([
    expect.stringMatching(
      /^process loan\/\w+ cannot be built: the definition of "loan" threw Error: no shelf for "\w+" \(.*engine-log\.test\.ts:\d+:\d+\)$/,
    ),
  ]);
});
