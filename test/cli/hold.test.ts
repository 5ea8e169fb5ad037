import { userInfo } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePlace } from "./busbar.ts";

const place = makePlace();
beforeAll(async () => {
  await place.busbar("init");
});
afterAll(() => place.remove());

describe("busbar hold and release", () => {
  it("hold a part of a stage, show it, and let it go on", async () => {
    const words = ["intake", "--channel", "inbox"];
    const placed = await place.busbar("hold", ...words, "--reason", "it repeats a day");
    expect(placed).toMatchObject({
      code: 0,
      stdout: `On hold: intake --channel inbox.
To let it go on: busbar release intake --channel inbox --reason "..."
`,
    });
    const again = await place.busbar("hold", ...words, "--reason", "x", "--actor", "bob");
    expect(again.stdout).toMatch(/^intake --channel inbox was on hold already, by .*a day$/m);
    const [status] = await place.json("status");
    expect(status?.["onHold"]).toMatchObject([
      { stage: "intake", channel: "inbox", actor: userInfo().username, reason: "it repeats a day" },
    ]);
    for (const command of ["status", "stuck"]) {
      const { stdout } = await place.busbar(command);
      expect(stdout).toMatch(
        /^On hold\n {2}intake --channel inbox, by .* since .*: it repeats a day$/m,
      );
    }
    const released = await place.busbar("release", ...words, "--reason", "mended");
    expect(released.stdout).toBe("Released: intake --channel inbox.\n");
    expect((await place.busbar("status")).stdout).not.toContain("On hold");
  });

  it("refuse what would hold nothing, and say what there is", async () => {
    const said = async (...words: string[]) => {
      const { code, stderr } = await place.busbar(...words, "--reason", "x");
      return [code, stderr.trim()];
    };
    expect(await said("hold", "intake", "--channel", "inbux")).toEqual([
      2,
      "busbar: there is no channel inbux; there are inbox",
    ]);
    expect((await said("hold"))[1]).toContain(
      "missing required argument 'stage': one of intake, actions, outbound",
    );
    const noReason = await place.busbar("hold", "intake", "--reason", " ");
    expect(noReason).toMatchObject({
      code: 2,
      stderr: "busbar: say why: the reason is kept with what is decided\n",
    });
  });
});
