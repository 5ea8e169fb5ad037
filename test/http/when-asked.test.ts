import { connect } from "node:net";
import { text } from "node:stream/consumers";
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
  const asked = answerWhenAsked(load, log, new AbortController().signal);
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
  const { signal } = new AbortController();
  await answerWhenAsked(() => Promise.reject(new Error("loaded")), log, signal).close();
});

/** All that a server says to one request; `meanwhile` begins before the server has taken its connection. */
async function ask(
  address: string,
  headers: string,
  meanwhile: () => Promise<void> = async () => {},
): Promise<string> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(`GET / HTTP/1.1\r\nHost: here\r\n${headers}\r\n`);
  // The connection is asked of the machine in the next tick; the event loop has not turned since.
  await new Promise<void>((resolve) => process.nextTick(() => process.nextTick(resolve)));
  const [said] = await Promise.all([text(socket), meanwhile()]);
  return said;
}

test("who has connected when it stops is answered, whether what answers is loaded or not", async () => {
  const log = pino({ level: "silent" });
  const stop = new AbortController();
  let loads = 0;
  const load = async (): Promise<Answering> => {
    loads += 1;
    return { answer: (_, response) => response.end("here"), close: async () => {} };
  };
  const first = answerWhenAsked(load, log, stop.signal);
  const one = await listen(first.answer, localHttp);
  await ask(one.address, "Connection: close\r\n");
  const two = await listen(answerWhenAsked(load, log, stop.signal).answer, localHttp);
  stop.abort();
  const loaded = await ask(one.address, "", one.close);
  expect(loaded).toMatch(/^HTTP\/1\.1 200 .*\r\nConnection: close\r\n.*here/s);
  const stopping = await ask(two.address, "", two.close);
  expect(stopping).toMatch(/^HTTP\/1\.1 503 .*\r\nconnection: close\r\n.*The daemon stops/s);
  expect(loads).toBe(1);
});
