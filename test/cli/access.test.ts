import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { loadConfig } from "../../src/config/load-config.ts";
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

test("what was asked over HTTP is listed, by who asked and how it ended", async () => {
  expect((await place.busbar("audit")).stdout).toContain("Nothing was asked over HTTP");
  const of = await openInstallation(loadConfig(join(place.folder, "busbar.yaml")));
  const asked = { address: "127.0.0.1", act: "POST /files/3", request: "1" };
  await of.store.access.note({
    ...asked,
    actor: "olga",
    reason: "it is whole",
    outcome: "done",
    code: null,
  });
  await of.store.access.note({
    ...asked,
    actor: null,
    reason: null,
    outcome: "refused",
    code: "NOT_LOGGED_IN",
  });
  await of.close();
  const { stdout } = await place.busbar("audit", "--actor", "olga");
  expect(stdout).toContain("it is whole");
  expect(stdout).not.toContain("NOT_LOGGED_IN");
  expect(await place.json("audit", "--outcome", "refused")).toMatchObject([
    { actor: null, act: "POST /files/3", code: "NOT_LOGGED_IN" },
  ]);
});
