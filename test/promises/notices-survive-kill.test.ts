import { expect, onTestFinished, test } from "vitest";
import { usualNotices } from "../../src/config/notices/notice-settings.ts";
import { startWebReceiver } from "../notices/web-receiver.ts";
import { startChild } from "./child-daemon.ts";
import { cutShort, goodFile } from "./flow-files.ts";
import { isTaken, until, whileRunning, withStore, workplace } from "./workplace.ts";

test("a notice is reported whole and under one id, wherever the daemon is killed, and so is its end", async () => {
  const web = await startWebReceiver();
  const place = workplace();
  onTestFinished(place.remove);
  place.drop(cutShort(goodFile(1)));
  await whileRunning(place, () => until("it is refused", () => isTaken(place)));
  const webhook = { url: web.url, private: true, secret: null };
  const pager = { name: "pager", email: null, webhook, levels: ["work" as const], digest: null };
  const told = {
    ...place,
    config: { ...place.config, notices: { ...usualNotices, gatherMs: 0, contacts: [pager] } },
  };
  const saying = (verb: string) =>
    web.received.filter(({ body }) => body.includes(`"busbar.notice.${verb}"`));
  const dies = async (point: string) => {
    const { ended } = startChild(told, [point, 1]);
    expect(await ended).toMatchObject({ signal: "SIGKILL" });
  };
  // Nothing has left, and it is noted that it was tried.
  await dies("notice-begun");
  expect(web.received).toEqual([]);
  // It has arrived, and nobody here knows.
  await dies("notice-answered");
  expect(saying("opened")).toHaveLength(1);
  const messages = await withStore(place, (store) => store.notices.messages(1));
  expect(messages).toMatchObject([{ verb: "opened", state: "waiting", attempts: 2 }]);
  await withStore(place, async (store) => {
    const [item] = await Array.fromAsync(store.stuck.list());
    if (item === undefined) throw new Error("nothing is stuck");
    const { kind, number, cause } = item;
    const said = { cause: cause.id, on: { kind, number }, text: "done", actor: "ann" };
    await store.stuck.note([{ verb: "dismiss", ...said }]);
  });
  const child = startChild(told);
  await until("its end is told", () => saying("ended").length > 0);
  child.kill("SIGTERM");
  await child.ended;
  const ids = (verb: string) => new Set(saying(verb).map(({ headers }) => headers["webhook-id"]));
  expect([ids("opened").size, ids("ended").size]).toEqual([1, 1]);
  expect(saying("opened")).toHaveLength(2);
  expect(await withStore(place, (store) => store.notices.messages(1))).toMatchObject([
    { verb: "opened", state: "sent" },
    { verb: "ended", state: "sent" },
  ]);
});
