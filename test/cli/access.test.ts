import { afterAll, beforeAll, expect, test } from "vitest";
import { makePlace } from "./busbar.ts";

const place = makePlace();
beforeAll(async () => {
  await place.busbar("init");
});
afterAll(() => place.remove());

test("a token is printed once, listed without its secret, and revoked once", async () => {
  const made = await place.busbar("token", "add", "report", "--days", "30");
  expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^bb_[\w-]{43}\n$/) });
  expect(made.stderr).toContain("it is shown this once");
  const [listed] = await place.json("token", "list");
  expect(listed).toMatchObject({ id: 1, name: "report", role: "viewer", personal: false });
  expect(listed?.["endsAt"]).toEqual(expect.any(String));
  expect((await place.busbar("token", "list")).stdout).toContain("report");
  expect(await place.json("token", "revoke", "1", "--actor", "ann")).toMatchObject([
    { endedBy: "ann" },
  ]);
  const again = await place.busbar("token", "revoke", "1");
  expect(again).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("here is no token 1"),
  });
  expect((await place.busbar("token", "list")).stdout).toContain("No tokens.");
});

test("a role that there is not, and a link where nothing is answered, are refused", async () => {
  const strange = await place.busbar("token", "add", "x", "--role", "owner");
  expect(strange).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("viewer, operator, admin"),
  });
  const link = await place.busbar("user", "link");
  expect(link).toMatchObject({ code: 1, stderr: expect.stringContaining("busbar run") });
  expect((await place.busbar("user", "remove", "olga")).code).toBe(1);
  expect((await place.busbar("user", "list")).stdout).toContain("Nobody.");
});
