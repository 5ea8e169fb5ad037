import { pino } from "pino";
import { expect, test } from "vitest";
import type { Answering } from "../../src/http/server/answer-requests.ts";
import { listen } from "../../src/http/server/listen.ts";
import { answerWhenAsked } from "../../src/http/server/when-asked.ts";
import { localHttp } from "./asked.ts";

test("what answers is loaded by the first request, and again after it could not be", async () => {
  const lines: unknown[] = [];
  const log = pino({}, { write: (line) => lines.push(JSON.parse(line)) });
  let loads = 0;
  let closed = 0;
  const load = async (): Promise<Answering> => {
    loads += 1;
    if (loads === 1) throw new Error("a module is missing");
    return {
      answer: (_, response) => response.end("here"),
      close: async () => {
        closed += 1;
      },
    };
  };
  const asked = answerWhenAsked(load, log);
  const { address, close } = await listen(asked.answer, localHttp);
  try {
    expect(loads).toBe(0);
    const failed = await fetch(address);
    expect([failed.status, await failed.text()]).toEqual([500, expect.stringContaining("log")]);
    expect(lines).toMatchObject([{ event: "http-failed", reason: "a module is missing" }]);
    const answers = await Promise.all([fetch(address), fetch(address)]);
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(["here", "here"]);
    expect(loads).toBe(2);
  } finally {
    await close();
    await asked.close();
  }
  expect(closed).toBe(1);
});

test("nothing is closed that nobody asked for", async () => {
  const log = pino({ level: "silent" });
  await answerWhenAsked(() => Promise.reject(new Error("loaded")), log).close();
});
