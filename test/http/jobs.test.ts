import { expect, test } from "vitest";
import { type JobItem, Jobs } from "../../src/http/jobs/jobs.ts";

/** Items that come when they are let. */
function waiting() {
  const gate = Promise.withResolvers<void>();
  async function* items(): AsyncGenerator<JobItem> {
    await gate.promise;
    yield { item: "file 1", done: true, said: "now recorded" };
  }
  return { items: items(), go: gate.resolve };
}

function asked(set: string, items: AsyncIterable<JobItem>) {
  const on = { what: "retries of a cause", set, afterwards: "look again with dryRun" } as const;
  return { act: "POST /retries", actor: "olga", reason: "mended", total: 1, on, items };
}

test("the same set is worked on by one job, and another set of it is refused until that has ended", async () => {
  const jobs = new Jobs(() => 0);
  const { items, go } = waiting();
  const first = jobs.start(asked("a", items));
  expect(jobs.start(asked("a", waiting().items)).id).toBe(first.id);
  expect(() => jobs.start(asked("b", waiting().items))).toThrow(
    /^Job 1 is at it: POST \/retries, .* or stop it, and look again with dryRun$/,
  );
  go();
  await expect.poll(() => jobs.get(first.id).state).toBe("done");
  const next = waiting();
  expect(jobs.start(asked("a", next.items)).id).toBe(2);
  next.go();
  await jobs.close();
});
