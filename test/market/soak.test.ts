import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** How long, in minutes; the promise is about 30. */
const minutes = process.env["BUSBAR_SOAK_MINUTES"] ?? "30";
const root = fileURLToPath(new URL("../..", import.meta.url));

it.runIf(process.env["BUSBAR_NIGHTLY"] === "1")(
  `${minutes} minutes with every fault: nothing lost or done twice, memory and handles flat`,
  () => {
    const words = ["run", "--silent", "soak", "--", "--minutes", minutes];
    const { stdout, stderr } = spawnSync("npm", words, { cwd: root, encoding: "utf8" });
    expect(stdout + stderr).toContain("No fault");
  },
  (Number(minutes) + 30) * 60_000,
);
