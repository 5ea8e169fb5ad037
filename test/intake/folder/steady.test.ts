import { describe, expect, test } from "vitest";
import { textName } from "../../../src/channels/folder/disk-name.ts";
import type { SeenFile } from "../../../src/intake/folder/listing.ts";
import { SteadyWatch } from "../../../src/intake/folder/steady.ts";

function seen(name: string, changes: Partial<SeenFile["signature"]> = {}): SeenFile {
  const signature = { sizeBytes: 10, modifiedAt: 1, changedAt: 1, inode: 7, ...changes };
  return { name: textName(name), signature };
}

const at = (steady: number) => ({ wall: 1_000_000 + steady, steady });
const names = (files: readonly { readonly name: { readonly text: string } }[]) =>
  files.map((file) => file.name.text);

describe("a file is steady", () => {
  test("after two looks at least the time apart, and not before", () => {
    const watch = new SteadyWatch(2_000);
    expect(watch.look([seen("a")], at(0))).toMatchObject({ ready: [], waiting: 1, nextAt: 2_000 });
    expect(watch.look([seen("a")], at(1_999)).ready).toEqual([]);
    const { ready, waiting, nextAt } = watch.look([seen("a")], at(2_000));
    expect(ready).toMatchObject([{ name: textName("a"), seenAt: 1_000_000 }]);
    expect({ waiting, nextAt }).toEqual({ waiting: 0, nextAt: null });
  });

  test("at the first look never, not even with a time of nothing", () => {
    const watch = new SteadyWatch(0);
    expect(watch.look([seen("a")], at(0)).ready).toEqual([]);
    expect(names(watch.look([seen("a")], at(0)).ready)).toEqual(["a"]);
  });

  test.for([
    ["size", { sizeBytes: 11 }],
    ["time", { modifiedAt: 1.0002 }],
    ["inode", { inode: 8 }],
    ["inode's own time", { changedAt: 2 }],
  ] as const)("anew when its %s changes", ([, change]) => {
    const watch = new SteadyWatch(2_000);
    watch.look([seen("a")], at(0));
    expect(watch.look([seen("a", change)], at(1_900))).toMatchObject({ nextAt: 3_900 });
    expect([...watch.waiting(9)]).toMatchObject([{ reason: "changing", seenAt: 1_000_000 }]);
    expect(watch.look([seen("a", change)], at(3_800)).ready).toEqual([]);
    expect([...watch.waiting(9)]).toMatchObject([{ reason: "settling" }]);
    expect(names(watch.look([seen("a", change)], at(3_900)).ready)).toEqual(["a"]);
  });

  test("anew when it was gone for a look", () => {
    const watch = new SteadyWatch(2_000);
    watch.look([seen("a")], at(0));
    expect(watch.look([], at(1_000)).waiting).toBe(0);
    expect(watch.look([seen("a")], at(2_000)).ready).toEqual([]);
  });

  test("however the wall clock jumps", () => {
    const watch = new SteadyWatch(2_000);
    watch.look([seen("a")], { wall: 9_999, steady: 0 });
    expect(watch.look([seen("a")], { wall: 5, steady: 2_000 }).ready).toHaveLength(1);
  });
});

describe("files that are ready", () => {
  test("come in the order in which they were first seen", () => {
    const watch = new SteadyWatch(10);
    watch.look([seen("late-name")], at(0));
    watch.look([seen("an-early-name"), seen("late-name")], at(5));
    const { ready } = watch.look([seen("an-early-name"), seen("late-name")], at(20));
    expect(names(ready)).toEqual(["late-name", "an-early-name"]);
  });

  test("come, those of one look, in the order of their arrival, each first seen at its own moment", () => {
    const watch = new SteadyWatch(10);
    const files = [
      seen("part-10", { modifiedAt: 5 }),
      seen("part-9", { modifiedAt: 5 }),
      seen("last", { modifiedAt: 6.5 }),
      seen("first", { modifiedAt: 4 }),
    ];
    watch.look(files, at(0));
    const { ready } = watch.look(files, at(20));
    expect(names(ready)).toEqual(["first", "part-9", "part-10", "last"]);
    expect(ready.map(({ seenAt }) => seenAt)).toEqual([999_997, 999_998, 999_999, 1_000_000]);
    expect(new Set(ready.map(({ lookedAt }) => lookedAt))).toEqual(new Set([1_000_000]));
  });

  test("are those whose marker is there, where there are markers", () => {
    const watch = new SteadyWatch(2_000);
    const files = [seen("a"), seen("b")];
    const look = watch.look(files, at(0), (name) => name.text === "b");
    expect(names(look.ready)).toEqual(["b"]);
    expect(look.nextAt).toBeNull();
    expect([...watch.waiting(9)]).toMatchObject([{ name: textName("a"), reason: "no-marker" }]);
  });
});

test("at most so many waiting files are listed as asked for", () => {
  const watch = new SteadyWatch(2_000);
  watch.look(
    Array.from({ length: 50 }, (_, index) => seen(String(index))),
    at(0),
  );
  expect([...watch.waiting(3)]).toHaveLength(3);
});
