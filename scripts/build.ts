/** Builds `dist/`: compiles `src/`, copies the data that is read at run time beside it, and makes the manual page and the schema. */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
const compiled = spawnSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
if (compiled.status === 0) {
  for (const file of globSync("src/**/*.{css,json,sql}"))
    cpSync(file, file.replace(/^src/, "dist"));
  await import("./generate-made.ts");
}
process.exitCode = compiled.status ?? 1;
