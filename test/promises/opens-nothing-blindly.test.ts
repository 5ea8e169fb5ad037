import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makePipe } from "../channels/folder/temporary.ts";
import { goodFile } from "./flow-files.ts";
import {
  channelStatus,
  filesUnder,
  until,
  type Workplace,
  whileRunning,
  workplace,
} from "./workplace.ts";

let place: Workplace;
let victim: string;

beforeEach(() => {
  place = workplace();
  victim = join(place.base, "victim");
  writeFileSync(victim, "precious");
});
afterEach(() => {
  expect(readFileSync(victim, "utf8")).toBe("precious");
  place.remove();
});

const day = () => new Date().toISOString().slice(0, 10);

/** What somebody may lay down under a name. */
const plants: Readonly<Record<string, (path: string) => void>> = {
  "a link to a file": (path) => symlinkSync(victim, path),
  "a link to nowhere": (path) => symlinkSync(join(place.base, "nowhere"), path),
  "a link to a device": (path) => symlinkSync("/dev/zero", path),
  "a named pipe": makePipe,
  "a folder": (path) => mkdirSync(join(path, "full"), { recursive: true }),
};

const bad = { name: "bad.usr", bytes: Buffer.from("no flow at all") };

describe.each(Object.entries(plants))("%s", (_, plant) => {
  test("in the place of the mark stops one inbox until it is taken away, and is named", async () => {
    const other = join(place.base, "other");
    mkdirSync(other);
    const channels = [
      place.channel,
      { ...place.channel, name: "other", path: other, work: join(place.base, "other-work") },
    ];
    const mark = join(place.channel.path, ".busbar-owner");
    await whileRunning({ config: { ...place.config, channels } }, async (log) => {
      await until("it is marked", () => existsSync(mark));
      const planted = join(place.base, "planted");
      mkdirSync(planted);
      plant(join(planted, ".busbar-owner"));
      renameSync(place.channel.path, join(place.base, "away"));
      renameSync(planted, place.channel.path);
      const told = new RegExp(`${mark} is .*no regular file.*Take it away`);
      await until("it is told", () => log.some((line) => told.test(line)));
      const { name, bytes } = goodFile(1);
      writeFileSync(join(other, name), bytes);
      await until("the other goes on", () => filesUnder(place.channel.archive).length === 1);
      rmSync(mark, { recursive: true });
      await until("it is marked again", () => existsSync(mark) && lstatSync(mark).isFile());
      place.drop(goodFile(2));
      await until("it goes on", () => filesUnder(place.channel.archive).length === 2);
    });
  });

  test("in quarantine and archive is written around", async () => {
    const { quarantine, archive } = place.channel;
    mkdirSync(join(archive, day()), { recursive: true });
    mkdirSync(quarantine, { recursive: true });
    for (const name of [".busbar-1", "1-bad.usr", "2-bad.usr.reason.txt"])
      plant(join(quarantine, name));
    plant(join(archive, day(), bad.name));
    await whileRunning(place, async () => {
      for (const count of [1, 2]) {
        place.drop({ name: bad.name, bytes: Buffer.concat([bad.bytes, Buffer.alloc(count, "x")]) });
        await until(
          "it is out of the inbox",
          () => !existsSync(join(place.channel.path, bad.name)),
        );
        await until("it is out of work", () => filesUnder(place.channel.work).length === 0);
      }
    });
    const copies = readdirSync(quarantine)
      .filter((name) => !name.startsWith(".busbar") && lstatSync(join(quarantine, name)).isFile())
      .map((name) => readFileSync(join(quarantine, name), "utf8"));
    expect(copies.filter((text) => text.startsWith("no flow"))).toHaveLength(2);
    expect(copies.filter((text) => text.includes("Busbar refused this file"))).toHaveLength(2);
    expect(readdirSync(join(archive, day())).filter((name) => name !== bad.name)).toHaveLength(2);
  });

  test("beside the store stops neither status nor blobs nor the note of who runs", async () => {
    const { store, blobs } = place.config;
    mkdirSync(blobs, { recursive: true });
    plant(join(dirname(store), "status.json.new"));
    for (const path of [join(dirname(store), "status.json"), `${store}-daemon.pid`])
      if (!isFolderPlant(plant)) plant(path);
    await whileRunning(place, () =>
      until("there is a status", () => channelStatus(place)?.state === "watching"),
    );
  });
});

function isFolderPlant(plant: (path: string) => void): boolean {
  return plant === plants["a folder"];
}

describe("an inbox's mark that was planted before the start", () => {
  test.each(["a named pipe", "a link to a device"])("%s is named", async (kind) => {
    plants[kind]?.(join(place.channel.path, ".busbar-owner"));
    const said = await whileRunning(place, async (lines) => {
      await until("it is told", () => lines.some((line) => line.includes("no regular file")));
      return [...lines];
    }).catch((error: Error) => [error.message]);
    expect(said.join("\n")).toMatch(/\.busbar-owner is .*no regular file/);
  });
});

test("files that Busbar makes are open to its group at most, whatever the umask", async () => {
  const before = process.umask(0);
  try {
    await whileRunning(place, async () => {
      place.drop(bad);
      await until("it is refused", () => filesUnder(place.channel.archive).length === 1);
      await until("there is a status", () => channelStatus(place) !== null);
    });
  } finally {
    process.umask(before);
  }
  const made = [
    ...filesUnder(place.channel.quarantine),
    join(place.channel.path, ".busbar-owner"),
    join(dirname(place.config.store), "status.json"),
  ];
  expect(made).toHaveLength(4);
  for (const path of made) expect([path, lstatSync(path).mode & 0o777]).toEqual([path, 0o640]);
});
