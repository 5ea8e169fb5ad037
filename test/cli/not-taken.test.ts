import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeStatus } from "../../src/app/heartbeat/daemon-status.ts";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { placeOf } from "../../src/config/channel/sftp-inbox.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { type ChannelStatus, statusList } from "../../src/intake/channel/channel-status.ts";
import { storeAt } from "../../src/store/open.ts";
import { d0010, mpan } from "../promises/flow-files.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

const pin = `SHA256:${"A".repeat(43)}`;
const settings = `
channels:
  inbox: { kind: folder, path: inbox }
  partner: { kind: sftp, direction: in, host: sftp.example, user: us, password: { env: PW }, hostKey: "${pin}", folder: /out, taken: delete }
`;

function channel(name: string, wish: Partial<ChannelStatus>): ChannelStatus {
  const none = statusList([]);
  return {
    name,
    path: "/srv",
    state: "watching",
    problem: null,
    lastListingAt: 0,
    recorded: 0,
    waiting: none,
    ignored: none,
    troubled: none,
    ...wish,
  };
}

/** What a daemon said last, and what it noted in the store before it was killed. */
beforeAll(async () => {
  mkdirSync(join(place.folder, "var"));
  writeFileSync(join(place.folder, "busbar.yaml"), settings);
  await place.busbar(
    "ingest",
    place.write({ name: "again.usr", bytes: Buffer.from(d0010("1", [mpan(1)])) }),
  );
  const config = loadConfig(join(place.folder, "busbar.yaml"));
  const [inbox] = config.sftpInboxes;
  if (inbox === undefined) throw new Error("no channel to a partner");
  const { store, close } = await openInstallation(config);
  const version = { sizeBytes: 1, modifiedAt: 1, claim: "c", kept: false };
  await store.remoteFiles.claim({
    place: placeOf(inbox),
    files: ["f030.usr", "f031.usr"].map((name) => ({ ...version, name })),
  });
  await close();
  const listed = Array.from({ length: 101 }, (_, at) => ({ name: `tmp-${at}`, reason: "no file" }));
  await writeStatus(storeAt(config.store).heartbeat, {
    pid: 1,
    startedAt: 0,
    writtenAt: 0,
    running: true,
    replaced: null,
    store: "s",
    water: null,
    settings: {},
    reload: null,
    outbound: [],
    channels: [
      channel("inbox", {
        waiting: statusList([{ name: "again.usr", since: 0, reason: "it changed" }]),
        ignored: statusList(listed),
      }),
      channel("partner", {
        state: "unreachable",
        problem: "the server hung up",
        troubled: statusList([{ name: "f030.usr", since: 0, reason: "it cannot be fetched" }]),
      }),
    ],
  });
});

const itemsOf = (rows: readonly Record<string, unknown>[]) => rows.map(({ item }) => item);

describe("a file that is not in the store", () => {
  it("is reported by why: what keeps it, its channel, and what to do", async () => {
    const { code, stdout } = await place.busbar("why", "f030.usr");
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "f030.usr at channel partner: it cannot be taken or finished for now; it is retried automatically",
        "  it cannot be fetched",
        "  like this since 1970-01-01 00:00:00 UTC",
        "  the channel: the server hung up",
        "",
        "Go on",
        "  busbar channel show partner",
        "  busbar channel poll partner",
        "",
      ].join("\n"),
    );
    expect((await place.json("why", "file", "f030.usr"))[0]).toMatchObject({
      item: "f030.usr at channel partner",
      remedies: [
        { remedy: "show-channel", channel: "partner" },
        { remedy: "poll-channel", channel: "partner" },
      ],
    });
  });

  it("is reported by what the store noted before it was fetched", async () => {
    const { stdout } = await place.busbar("why", "f031.usr");
    expect(stdout).toMatch(
      /^f031\.usr at channel partner: it is being fetched\n {2}it was about to/,
    );
  });

  it("passed over, it says why, and there is nothing to be looked at again", async () => {
    const [story] = await place.json("why", "tmp-7");
    expect(story).toMatchObject({
      notes: ["no file"],
      remedies: [{ remedy: "show-channel", channel: "inbox" }],
    });
  });

  it("is a note on one of its name that is in the store", async () => {
    const { stdout } = await place.busbar("why", "again.usr");
    expect(stdout).toMatch(/^file 1: again\.usr/);
    expect(stdout).toContain("again.usr at channel inbox: not taken yet");
  });

  it("is found by search, by its name, how that begins or a part of it", async () => {
    expect(await place.json("search", "f030.usr")).toMatchObject([
      { noun: "channel", channel: "partner", state: "troubled", read: { match: "exact" } },
    ]);
    expect(itemsOf(await place.json("search", "f03"))).toEqual(["f030.usr at channel partner"]);
    expect(itemsOf(await place.json("search", "mp-9", "--limit", "2"))).toEqual([
      "tmp-9 at channel inbox",
      "tmp-90 at channel inbox",
    ]);
    const { stdout } = await place.busbar("search", "again.usr");
    expect(stdout).toContain("2 things by key, name or identifier");
    expect(stdout).toContain("    go on: busbar channel poll inbox\n");
  });

  it("may be there all the same where nothing tells of it, and that is said", async () => {
    for (const words of [
      ["why", "nowhere.usr"],
      ["search", "nowhere.usr"],
    ]) {
      const { code, stderr } = await place.busbar(...words);
      expect(code).toBe(1);
      expect(stderr).toContain("no daemon tells what is in inboxes");
    }
  });
});
