import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const config = resolve(import.meta.dirname, "../../config");

/** The instructions of the Containerfile, each on one line, comments apart. */
const instructions = readFileSync(join(config, "Containerfile"), "utf8")
  .replaceAll(/^#.*\n/gm, "")
  .replaceAll(/\\\n\s*/g, "")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const [name = "", ...words] = line.split(" ");
    return { name, value: words.join(" ") };
  });
const instruction = (name: string) => instructions.find((one) => one.name === name)?.value ?? "";

/** The Compose file's one service. */
const service = (
  parse(readFileSync(join(config, "compose.yaml"), "utf8")) as {
    services: { busbar: Record<string, unknown> };
  }
).services.busbar;

test("the Containerfile runs as nobody's root, of instructions that there are and shell that is whole", () => {
  expect(instructions.map((one) => one.name)).toEqual([
    "FROM",
    "COPY",
    "RUN",
    "USER",
    "WORKDIR",
    "VOLUME",
    "STOPSIGNAL",
    "HEALTHCHECK",
    "ENTRYPOINT",
    "CMD",
  ]);
  execFileSync("sh", ["-n", "-c", instruction("RUN")]);
  expect(instruction("USER")).toBe("10001:10001");
  expect(instruction("RUN")).toContain("useradd --system --uid 10001");
  const { engines } = JSON.parse(readFileSync(join(config, "../package.json"), "utf8")) as {
    engines: { node: string };
  };
  expect(instruction("FROM")).toBe(`docker.io/library/node:${engines.node.replace(">=", "")}-slim`);
  for (const name of ["ENTRYPOINT", "CMD"]) expect(JSON.parse(instruction(name))).toHaveLength(1);
});

test("the Compose file builds from it, keeps everything in its volume and leaves the program no right", () => {
  const { build } = service as { build: { dockerfile: string } };
  expect(existsSync(join(config, build.dockerfile))).toBe(true);
  expect(service).toMatchObject({
    hostname: "busbar",
    environment: { BUSBAR_HOST: "busbar" },
    read_only: true,
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
  });
  expect(service["volumes"]).toContain(`./busbar:${instruction("VOLUME")}`);
});

test("its health check finds a running daemon in what `status --json` prints", () => {
  const [shell = "", flag = "", command = ""] = JSON.parse(
    instruction("HEALTHCHECK").replace(/^.*? CMD /, ""),
  ) as string[];
  const ends = (running: boolean) => {
    const says = `busbar() { echo '{"daemon":{"running":${running},"pid":7}}'; }; ${command}`;
    try {
      execFileSync(shell, [flag, says]);
      return 0;
    } catch (error) {
      return (error as { status: number }).status;
    }
  };
  expect([ends(true), ends(false)]).toEqual([0, 1]);
});
