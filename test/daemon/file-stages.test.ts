import { expect, test } from "vitest";
import { FileStages } from "../../src/daemon/file-stages.ts";

const seenAt = 1_000_000;
/** When its claim was made: 2 seconds after it was seen. */
const claim = `${(seenAt + 2_000).toString(36).padStart(9, "0")}00000`;

/** A store of files that were recorded 3 seconds after they were seen, and what is measured of them. */
function measured() {
  const observed: string[] = [];
  const moments = { wall: seenAt + 3_000, steady: 0, events: 0 };
  const files = {
    get: async (id: number) => ({
      id,
      arrival: `${claim}/a.usr`,
      seenAt,
      recordedAt: seenAt + 3_000,
    }),
  };
  const health = { highWater: async () => ({ events: moments.events }) };
  const stages = new FileStages(
    {
      count: () => {},
      observe: (_, labels, seconds) =>
        observed.push(`${Object.values(labels).join(" ")} ${seconds}`),
    },
    () => moments.wall,
    () => moments.steady,
  );
  stages.in({ files, health } as never);
  const settled = () => new Promise((done) => setImmediate(done));
  return { stages, observed, moments, settled };
}

const taken = ["inbox steady 2", "inbox recorded 3"];

test("a file is measured to each stage, and is built once its last event was looked at", async () => {
  const { stages, observed, moments, settled } = measured();
  stages.recorded("inbox", 1);
  await settled();
  expect(observed).toEqual(taken);
  moments.wall += 1_000;
  moments.events = 7;
  stages.routed([1, 2]);
  await settled();
  stages.built(6);
  expect(observed).toEqual([...taken, "inbox routed 4"]);
  moments.wall += 1_000;
  stages.built(7);
  stages.built(8);
  expect(observed).toEqual([...taken, "inbox routed 4", "inbox built 5"]);
});

test("a file that is routed and built before the log tells of it is measured all the same", async () => {
  const { stages, observed, moments, settled } = measured();
  moments.events = 7;
  stages.routed([1]);
  stages.built(7);
  moments.wall += 1_000;
  stages.recorded("inbox", 1);
  await settled();
  expect(observed).toEqual([...taken, "inbox routed 3", "inbox built 4"]);
});

test("one file a second of each channel is measured, and none between two runs", async () => {
  const { stages, observed, moments, settled } = measured();
  for (const file of [1, 2, 3]) stages.recorded("inbox", file);
  stages.recorded("other", 4);
  moments.steady = 1_000;
  stages.recorded("inbox", 5);
  await settled();
  expect(observed.filter((one) => one.includes("recorded"))).toEqual([
    "inbox recorded 3",
    "other recorded 3",
    "inbox recorded 3",
  ]);
  observed.length = 0;
  stages.in(null);
  moments.steady = 5_000;
  stages.recorded("inbox", 6);
  stages.routed([1]);
  stages.built(100);
  await settled();
  expect(observed).toEqual([]);
});
