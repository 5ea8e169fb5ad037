import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { SftpInbox } from "../../src/config/channel/sftp-inbox.ts";
import { fingerprint, makeKey } from "../channels/sftp/bare-sshd.ts";
import { type OddAnswer, type Oddities, startOddServer } from "../channels/sftp/odd-server.ts";
import { startRelay } from "../channels/sftp/relay.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";
import { goodFile, type SentFile } from "./flow-files.ts";
import { expectRecordedOnce } from "./partner-account.ts";
import {
  type PartnerPlace,
  partnerPlace,
  quickInbox,
  recordedAs,
  statusOf,
} from "./partner-place.ts";
import { recordedFiles, until, whileRunning } from "./workplace.ts";

function placeOn(...[server, folder, settings, common]: PlaceParameters): PartnerPlace {
  const place = partnerPlace([quickInbox(server, folder, settings)], common);
  onTestFinished(() => place.remove());
  return place;
}

type PlaceParameters = [
  ...Parameters<typeof quickInbox>,
  common?: Parameters<typeof partnerPlace>[1],
];

function put(folder: string, ...files: readonly SentFile[]): void {
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
}

const files = (count: number) => Array.from({ length: count }, (_, number) => goodFile(number));

const emptied = (folder: string) =>
  until("the partner's folder is empty", () => readdirSync(folder).length === 0);

const says = (place: PartnerPlace, text: string) =>
  until(`the status says "${text}"`, () => JSON.stringify(statusOf(place) ?? {}).includes(text));

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

describe("sftp-survives: the server", () => {
  test.each(
    nightly ? ["opendir", "readdir", "open", "read", "lstat", "remove"] : ["read", "remove"],
  )("hangs up at %s, and every file is recorded once", async (operation) => {
    let left = 1;
    const odd: Oddities = {
      answer: (asked) => {
        if (asked !== operation || left === 0) return undefined;
        left -= 1;
        return { hangUp: true };
      },
    };
    const { server, folder } = await startOddServer(odd);
    const place = placeOn(server, folder);
    const sent = files(12);
    put(folder, ...sent);
    await whileRunning(place, () => emptied(folder));
    await expectRecordedOnce(place, sent, sent.length);
    expect(left).toBe(0);
  });

  test("refuses to tell of open files, and every file is recorded once", async () => {
    const { server, folder } = await startSshd({}, ["fstat"]);
    const place = placeOn(server, folder);
    const sent = files(5);
    put(folder, ...sent);
    await whileRunning(place, () => emptied(folder));
    await expectRecordedOnce(place, sent, sent.length);
  });

  const deleted = ["delete", { kind: "delete" }] as const;
  const kept = ["keep", { kind: "keep" }] as const;
  test.each(nightly ? [deleted, kept] : [deleted])(
    "gives a handle that is in use to another file, and nothing is mixed up (%s)",
    async (_, taken) => {
      const { server, folder } = await startOddServer({ repeatsHandles: true });
      const place = placeOn(server, folder, { taken });
      const sent = files(nightly ? 40 : 12);
      put(folder, ...sent);
      await whileRunning(place, () =>
        until("all are recorded", async () => (await recordedFiles(place)).length >= sent.length),
      );
      await expectRecordedOnce(place, sent, sent.length);
    },
  );

  test("is killed while it serves, and comes back", async () => {
    const sshd = await startSshd();
    const place = placeOn(sshd.server, sshd.folder);
    const sent = files(nightly ? 300 : 100);
    put(sshd.folder, ...sent);
    await whileRunning(place, async () => {
      await until("some are taken", () => readdirSync(sshd.folder).length < sent.length);
      await sshd.stop();
      await says(place, "unreachable");
      expect(statusOf(place)?.server).toMatchObject({ isConnected: false });
      await sshd.start();
      await emptied(sshd.folder);
      await until("the status says that all is well", () => statusOf(place)?.state === "watching");
    });
    await expectRecordedOnce(place, sent, sent.length);
  });

  test("changes its host key: both fingerprints are reported, and nothing is taken until it is pinned", async () => {
    const sshd = await startSshd();
    makeKey(join(sshd.base, "other"));
    const other = fingerprint(join(sshd.base, "other.pub"));
    await sshd.stop();
    await sshd.start({ hostKey: "other" });
    put(sshd.folder, goodFile(1));
    const place = placeOn(sshd.server, sshd.folder);
    await whileRunning(place, async () => {
      await says(place, other);
      const { state, problem } = statusOf(place) ?? {};
      expect(state).toBe("unreachable");
      expect(problem).toContain(sshd.fingerprint);
      expect(problem).toContain("Nothing was sent to it");
    });
    expect(await recordedFiles(place)).toEqual([]);
    const both = { ...sshd.server, hostKeys: [sshd.fingerprint, other] };
    const mended = {
      ...place,
      config: { ...place.config, sftpInboxes: [{ ...place.inbox, server: both }] },
    };
    await whileRunning(mended, () => emptied(sshd.folder));
  });

  test.skipIf(!mayMount())("has a full disk, which keeps nothing from being taken", async () => {
    const sshd = await startSshd();
    using disk = new SmallDisk(256);
    chmodSync(disk.path, 0o777);
    const place = placeOn(sshd.server, disk.path);
    const sent = files(5);
    put(disk.path, ...sent);
    expect(() => writeFileSync(join(disk.path, "filler.part"), Buffer.alloc(1 << 20))).toThrow();
    await whileRunning(place, () =>
      until("only the filler is left", () => readdirSync(disk.path).length === 1),
    );
    await expectRecordedOnce(place, sent, sent.length);
  });

  test("takes the right to delete away and gives it back: recorded once, and reported in words", async () => {
    const sshd = await startSshd();
    const place = placeOn(sshd.server, sshd.folder);
    const sent = files(5);
    put(sshd.folder, ...sent);
    chmodSync(sshd.folder, 0o555);
    await whileRunning(place, async () => {
      await says(place, "it is recorded but cannot be deleted at the partner");
      expect(statusOf(place)?.troubled.count).toBe(5);
      expect(await recordedFiles(place)).toHaveLength(5);
      chmodSync(sshd.folder, 0o755);
      await emptied(sshd.folder);
    });
    await expectRecordedOnce(place, sent, sent.length);
  });

  test("takes the right to read a file or the folder away and gives it back", async () => {
    const sshd = await startSshd();
    const place = placeOn(sshd.server, sshd.folder);
    const sent = files(2);
    put(sshd.folder, ...sent);
    chmodSync(join(sshd.folder, goodFile(0).name), 0);
    await whileRunning(place, async () => {
      await says(place, "it cannot be fetched: open of");
      chmodSync(sshd.folder, 0);
      await until("the folder is refused", () => statusOf(place)?.state === "refused");
      expect(statusOf(place)?.problem).toContain("permission denied");
      chmodSync(sshd.folder, 0o755);
      chmodSync(join(sshd.folder, goodFile(0).name), 0o644);
      await emptied(sshd.folder);
    });
    await expectRecordedOnce(place, sent, sent.length);
  });

  test("loses the folder and gets it back", async () => {
    const sshd = await startSshd();
    const place = placeOn(sshd.server, sshd.folder);
    rmSync(sshd.folder, { recursive: true });
    await whileRunning(place, async () => {
      await until("it is missed", () => statusOf(place)?.state === "vanished");
      put(sshd.makeFolder("drop"), goodFile(1));
      await emptied(sshd.folder);
    });
  });
});

describe("sftp-survives: the link", () => {
  test("turns into a black hole while files are fetched", async () => {
    const sshd = await startSshd();
    const relay = await startRelay(sshd.port, 2);
    const server = {
      ...sshd.server,
      port: relay.port,
      connectMs: 3_000,
      answerMs: 1_000,
      keepaliveMs: 200,
    };
    const place = placeOn(server, sshd.folder);
    const sent = files(nightly ? 200 : 60);
    put(sshd.folder, ...sent);
    await whileRunning(place, async () => {
      await until("some are taken", () => readdirSync(sshd.folder).length < sent.length);
      relay.swallow();
      await says(place, "unreachable");
      expect(statusOf(place)?.problem).toMatch(/did not answer|does not answer|did not let us in/);
      relay.pass();
      await emptied(sshd.folder);
    });
    await expectRecordedOnce(place, sent, sent.length);
  });

  test("is cut while a large file is fetched, which goes on where it broke off", async () => {
    const sshd = await startSshd();
    const relay = await startRelay(sshd.port, 1);
    const place = placeOn(
      { ...sshd.server, port: relay.port },
      sshd.folder,
      {},
      { largeFileBytes: 100_000 },
    );
    const large = goodFile(1, 20_000);
    put(sshd.folder, large);
    let drafted = 0;
    await whileRunning(place, async () => {
      await until("a part is fetched", () => {
        drafted = draftBytes(place);
        return drafted > 500_000;
      });
      relay.cut();
      await until("it connects again", () => relay.connections > 1);
      expect(draftBytes(place)).toBeGreaterThanOrEqual(drafted);
      await emptied(sshd.folder);
    });
    await expectRecordedOnce(place, [large], 20_000);
  });
});

function draftBytes({ config }: PartnerPlace): number {
  if (!existsSync(config.blobs)) return 0;
  const name = readdirSync(config.blobs).find((entry) => entry.startsWith(".fetch-"));
  return name === undefined ? 0 : statSync(join(config.blobs, name)).size;
}

/** Does something the first time that an operation is asked for. */
function firstTime(
  operation: string,
  work: (path: string) => OddAnswer | undefined,
): Oddities["answer"] {
  let isDone = false;
  return (asked, path) => {
    if (asked !== operation || isDone) return undefined;
    isDone = true;
    return work(path);
  };
}

describe("sftp-survives: a file", () => {
  async function odd(answer: Oddities["answer"], settings: Partial<SftpInbox> = {}) {
    const { server, folder, asked } = await startOddServer({ ...(answer && { answer }) });
    return { folder, asked, place: placeOn(server, folder, settings) };
  }

  test("is rewritten shorter while it is read, and only what it is then is recorded", async () => {
    const second = { ...goodFile(1), bytes: goodFile(2).bytes };
    const { folder, place } = await odd(
      firstTime("read", (path) => {
        truncateSync(path, 10);
        void setTimeout(150).then(() => writeFileSync(path, second.bytes));
        return undefined;
      }),
      { steadyMs: 1_000 },
    );
    put(folder, { ...goodFile(1), bytes: goodFile(1, 30).bytes });
    await whileRunning(place, () => emptied(folder));
    await expectRecordedOnce(place, [second], 1);
  });

  test.runIf(nightly)("is removed between the listing and the fetch", async () => {
    const { folder, place } = await odd(
      firstTime("open", (path) => void rmSync(path) as undefined),
    );
    const sent = files(3);
    put(folder, ...sent);
    await whileRunning(place, () => emptied(folder));
    expect(await recordedFiles(place)).toHaveLength(2);
  });

  test("is replaced after it was fetched: the new one is not deleted for the old one", async () => {
    const second = { ...goodFile(1), bytes: goodFile(2, 2).bytes };
    let looks = 0;
    const { folder, place } = await odd((operation, path) => {
      looks += operation === "lstat" ? 1 : 0;
      // The first is before it is claimed, the second before it is deleted.
      if (operation === "lstat" && looks === 2) writeFileSync(path, second.bytes);
      return undefined;
    });
    put(folder, goodFile(1));
    await whileRunning(place, () => emptied(folder));
    await expectRecordedOnce(place, [goodFile(1), second], 3);
  });

  test("is removed, and the server says that it failed", async () => {
    const { folder, place } = await odd(firstTime("remove", () => ({ status: 4, done: true })));
    const sent = files(3);
    put(folder, ...sent);
    await whileRunning(place, () => emptied(folder));
    await expectRecordedOnce(place, sent, 3);
    expect(await recordedAs(place)).toHaveLength(3);
  });

  test("is renamed, and the server says that it failed, or hangs up", async () => {
    for (const answer of [{ status: 4, done: true }, { hangUp: true }]) {
      for (const time of nightly ? [1, 2] : [2]) {
        let times = 0;
        const { server, folder, odd: oddities } = await startOddServer();
        const [taking, done] = ["taking", "done"].map((name) => join(folder, "..", name));
        if (taking === undefined || done === undefined) throw new Error("no folders");
        mkdirSync(taking);
        mkdirSync(done);
        oddities.answer = (asked) => {
          times += asked === "rename" ? 1 : 0;
          return asked === "rename" && times === time ? answer : undefined;
        };
        const settings = { claim: taking, taken: { kind: "move", folder: done } } as const;
        const place = placeOn(server, folder, settings);
        put(folder, goodFile(1));
        await whileRunning(place, () => until("it is moved", () => readdirSync(done).length === 1));
        expect(readdirSync(taking)).toEqual([]);
        await expectRecordedOnce(place, [goodFile(1)], 1);
      }
    }
  });

  test("is not deleted when the server cannot say whether it is still the same", async () => {
    let isDumb = true;
    const { folder, place } = await odd((asked) =>
      asked === "lstat" && isDumb ? { status: 4 } : undefined,
    );
    put(folder, goodFile(1));
    await whileRunning(place, async () => {
      await says(place, "it is recorded but cannot be deleted at the partner: look at");
      expect(readdirSync(folder)).toHaveLength(1);
      isDumb = false;
      await emptied(folder);
    });
    await expectRecordedOnce(place, [goodFile(1)], 1);
  });
});

describe("sftp-survives: a server that", () => {
  test("answers reads with less than it was asked for", async () => {
    const { server, folder } = await startOddServer({ readBytes: 100 });
    const place = placeOn(server, folder, {}, { largeFileBytes: 5_000 });
    const sent = [...files(3), goodFile(9, 100)];
    put(folder, ...sent);
    await whileRunning(place, () => emptied(folder));
    await expectRecordedOnce(place, sent, 103);
  });

  test.runIf(nightly)("tells sizes and no times, and each only when asked by name", async () => {
    const { server, folder, asked } = await startOddServer({
      attributes: (_, { mode, size }) =>
        asked.at(-1)?.startsWith("readdir") ? { mode } : { mode, size },
    });
    const place = placeOn(server, folder);
    put(folder, ...files(3));
    await whileRunning(place, () => emptied(folder));
    await expectRecordedOnce(place, files(3), 3);
  });

  test("does not tell sizes: nothing can be known to be complete, so that nothing is taken", async () => {
    const { server, folder } = await startOddServer({ attributes: (_, { mode }) => ({ mode }) });
    const place = placeOn(server, folder);
    put(folder, ...files(3));
    await whileRunning(place, () => says(place, "the server does not tell its size"));
    expect(await recordedFiles(place)).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test.runIf(nightly)(
    "tells other times each time: the file is not taken, and that is reported",
    async () => {
      let second = 1_700_000_000;
      let isOdd = true;
      const { server, folder, asked } = await startOddServer({
        attributes: (_, real) => {
          second += 1;
          return isOdd && asked.at(-1)?.startsWith("fstat") ? { ...real, mtime: second } : real;
        },
      });
      const place = placeOn(server, folder);
      put(folder, goodFile(1));
      await whileRunning(place, async () => {
        await says(place, "it changed while it was being fetched");
        expect(await recordedFiles(place)).toEqual([]);
        isOdd = false;
        await emptied(folder);
      });
      await expectRecordedOnce(place, [goodFile(1)], 1);
    },
  );

  test.runIf(nightly)(
    "says of a file it has just listed that it is not there: recorded once, however often it says so",
    async () => {
      let isOdd = true;
      const { server, folder } = await startOddServer({
        answer: (asked) => (isOdd && asked === "lstat" ? { status: 2 } : undefined),
      });
      const place = placeOn(server, folder);
      put(folder, goodFile(1));
      await whileRunning(place, async () => {
        await until("it is recorded", () => statusOf(place)?.recorded === 1);
        await setTimeout(600);
        isOdd = false;
        await emptied(folder);
      });
      await expectRecordedOnce(place, [goodFile(1)], 1);
    },
  );
});
