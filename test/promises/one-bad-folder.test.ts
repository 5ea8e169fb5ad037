import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { FolderOutlet } from "../../src/channels/folder/folder-outlet.ts";
import type { FolderChannel } from "../../src/config/channel/channel.ts";
import { FolderQuestions } from "../../src/disk/folder-questions.ts";
import { InboxLook } from "../../src/intake/folder/inbox-look.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { marketChannel } from "../outbound/readings.ts";
import { statusBeside } from "../status-beside.ts";
import { goodFile } from "./flow-files.ts";
import { recordedFiles, until, type Workplace, whileRunning, workplace } from "./workplace.ts";

let place: Workplace;
afterEach(() => place.remove());

/** A channel beside the first whose folders are spoiled so. */
function spoiled(name: string, spoil: (channel: FolderChannel) => void): FolderChannel {
  const at = (folder: string) => join(place.base, name, folder);
  const channel = {
    ...place.channel,
    name,
    path: at("inbox"),
    work: at("work"),
    archive: at("archive"),
    quarantine: at("quarantine"),
  };
  mkdirSync(dirname(channel.path));
  spoil(channel);
  return channel;
}

describe("one-bad-folder: a folder that cannot be used at the start is its channel's trouble alone", () => {
  test("the others take files, it is named with what to do, and goes on automatically", async () => {
    place = workplace();
    const bad = [
      spoiled("missing", () => {}),
      spoiled("file", ({ path }) => writeFileSync(path, "")),
      spoiled("dangling", ({ path }) => symlinkSync("/nowhere/at/all", path)),
      spoiled("circle", ({ path }) => symlinkSync(path, path)),
      spoiled("below-a-file", ({ path, archive }) => {
        mkdirSync(path);
        writeFileSync(archive, "");
      }),
      spoiled("marked", ({ path }) => {
        mkdirSync(path);
        writeFileSync(join(path, ".busbar-owner"), '{"store":"x","path":"/other.db"}\n');
      }),
    ];
    const config = { ...place.config, channels: [...bad, place.channel] };
    place.drop(goodFile(1));
    const status = () => statusBeside(config.store)?.channels ?? [];
    const stateOf = (name: string) => status().find((one) => one.name === name)?.state;
    await whileRunning({ config }, async () => {
      await until("the good one takes its file", async () => {
        return (await recordedFiles(place)).length === 1;
      });
      await until("all are told of", () => status().length === 7);
      expect(Object.fromEntries(status().map(({ name, state }) => [name, state]))).toEqual({
        missing: "vanished",
        file: "vanished",
        dangling: "vanished",
        circle: "failing",
        "below-a-file": "failing",
        marked: "refused",
        inbox: "watching",
      });
      for (const { name, problem } of status().slice(0, 6))
        expect(problem, name).toContain(join(place.base, name));
      mkdirSync(join(place.base, "missing", "inbox"));
      await until("it goes on", () => stateOf("missing") === "watching");
    });
  });

  test("an outbound folder that cannot be made keeps nobody from starting", async () => {
    place = workplace();
    const blocked = join(place.base, "file");
    writeFileSync(blocked, "");
    const base = join(blocked, "out");
    const outbound = [marketChannel({ name: "out", path: base, base })];
    place.drop(goodFile(1));
    await whileRunning({ config: { ...place.config, outbound } }, () =>
      until("the file is taken", async () => (await recordedFiles(place)).length === 1),
    );
    await expect(new FolderOutlet({ name: "out", path: base, base }).reach()).rejects.toMatchObject(
      {
        name: "ChannelError",
        message: expect.stringContaining(base),
      },
    );
  });

  test("a mount that hangs is asked once, is named, and is used again when it answers", async () => {
    place = workplace();
    const owner = { storeId: "a", storePath: place.config.store };
    const hanging = Promise.withResolvers<void>();
    let questions = 0;
    const ask = (folder: string) => {
      if (folder !== place.channel.archive) return Promise.resolve();
      questions += 1;
      return questions === 1 ? hanging.promise : Promise.resolve();
    };
    const asked = new FolderQuestions(ask);
    const soon = { answers: (folder: string) => asked.answers(folder, 20) };
    const look = new InboxLook(place.channel, owner, machineClock, soon);
    await expect(look.look()).rejects.toMatchObject({
      code: "silent",
      message: expect.stringContaining(
        `${place.channel.archive} of channel "inbox" does not answer`,
      ),
    });
    await expect(look.look()).rejects.toMatchObject({ code: "silent" });
    expect(questions).toBe(1);
    hanging.resolve();
    expect(await look.look()).toMatchObject({ reopened: true });
    rmSync(place.channel.path, { recursive: true });
    await expect(look.look()).rejects.toMatchObject({ code: "missing" });
  });
});
