import { expect, test } from "vitest";
import type { RemoteEntry } from "../../../src/channels/sftp/attributes.ts";
import type { SftpLink } from "../../../src/channels/sftp/sftp-link.ts";
import { sftpInboxDefaults } from "../../../src/config/channel/sftp-inbox.ts";
import { sftpServerDefaults } from "../../../src/config/channel/sftp-server.ts";
import { RemoteLook } from "../../../src/intake/sftp/remote-look.ts";
import type { KnownRemote } from "../../../src/store/port/files/remote-file-store.ts";
import type { Store } from "../../../src/store/port/store.ts";

const inbox = {
  ...sftpInboxDefaults,
  name: "partner",
  kind: "sftp",
  direction: "in",
  server: { ...sftpServerDefaults, host: "partner", user: "busbar", hostKeys: [] },
  folder: "/out",
  quarantine: "/none",
  taken: { kind: "keep" },
} as const;

const perPortion = 100;

/** A link whose folder has so many entries, made up portion by portion. */
function linkTo(count: number): Pick<SftpLink, "list"> {
  return {
    async *list() {
      for (let first = 0; first < count; first += perPortion)
        yield Array.from({ length: perPortion }, (_, at): RemoteEntry => {
          const attributes = { kind: "file", sizeBytes: 1200, modifiedAt: 1_000 } as const;
          return { name: `D0010_${String(first + at).padStart(10, "0")}.uff`, attributes };
        });
    },
  };
}

/** A store that has some of the names as kept, and tells how many it was asked for at once. */
function storeWith(isKept: (name: string) => boolean, asked: number[]): Pick<Store, "remoteFiles"> {
  const row = (name: string, id: number): KnownRemote => ({
    id,
    name,
    sizeBytes: 1200,
    modifiedAt: 1_000,
    claim: "one",
    kept: true,
    recorded: { file: id, state: "recorded", hash: "" },
  });
  return {
    remoteFiles: {
      claim: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      last: () => Promise.resolve(1),
      forgetUnseen: () => Promise.resolve(0),
      known: ({ place: _, names }) => {
        asked.push(names.length);
        const known = names.filter(isKept).map((name, at) => [name, row(name, at)] as const);
        return Promise.resolve(new Map(known));
      },
    },
  };
}

test("a folder of 100,000 new files is looked at in portions, and a bounded number of them watched", async () => {
  let now = 0;
  const asked: number[] = [];
  const clock = { wall: () => now, steady: () => now };
  const look = new RemoteLook(
    inbox,
    storeWith(() => false, asked),
    clock,
  );
  const link = linkTo(100_000) as SftpLink;
  const first = await look.look(link, () => false);
  now = 10_000;
  const second = await look.look(link, () => false);
  expect(Math.max(...asked)).toBe(perPortion);
  expect(first).toMatchObject({ entries: 100_000, waiting: 100_000, ready: [] });
  expect(second.ready).toHaveLength(20_000);
  expect(second.waiting).toBe(80_000);
});

test("what stays at the partner takes no place among those watched", async () => {
  const clock = { wall: () => 0, steady: () => 0 };
  const isKept = (name: string) => !name.endsWith("7.uff");
  const look = new RemoteLook(inbox, storeWith(isKept, []), clock);
  const found = await look.look(linkTo(100_000) as SftpLink, () => false);
  expect(found).toMatchObject({ entries: 100_000, kept: 90_000, waiting: 10_000 });
});
