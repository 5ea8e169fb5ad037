import { expect, test } from "vitest";
import { heartbeatLoop } from "../../src/notices/heartbeat.ts";
import { until } from "../promises/workplace.ts";
import { startWebReceiver } from "./web-receiver.ts";

test("the heartbeat address is called as long as the loops turn, and trouble with it is logged once", async () => {
  const web = await startWebReceiver();
  const clock = { now: 0, steady: () => clock.now };
  let wakeUp = () => {};
  const state = { hanging: [] as string[], rounds: 0 };
  const log: string[] = [];
  const say = ({ event }: { readonly event: string }) => void log.push(event);
  const loop = heartbeatLoop(
    { url: web.url, private: true, everyMs: 60_000 },
    {
      clock,
      log: { debug: say, info: say, warn: say, error: say },
      // Time passes when the test says so.
      timer: (ms, onTime) => {
        wakeUp = () => {
          clock.now += ms;
          onTime();
        };
        state.rounds += 1;
        return () => {};
      },
      watched: { hanging: () => state.hanging },
    },
  );
  const stop = new AbortController();
  const running = loop.run(stop.signal);
  const nextRound = async () => {
    const before = state.rounds;
    wakeUp();
    await until("the next round is over", () => state.rounds > before);
  };
  await until("it was called", () => state.rounds === 1);
  expect(web.received).toMatchObject([{ method: "GET", path: "/hook" }]);
  await nextRound();
  expect(web.received).toHaveLength(2);
  // A loop hangs: nobody is told that all is well.
  state.hanging = ["building"];
  await nextRound();
  expect(web.received).toHaveLength(2);
  state.hanging = [];
  web.answers = [500];
  await nextRound();
  await nextRound();
  expect(web.received).toHaveLength(4);
  expect(log).toEqual(["heartbeat-not-sent"]);
  stop.abort();
  await running;
});
