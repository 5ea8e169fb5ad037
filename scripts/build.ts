/** Builds `dist/`: compiles `src/` and copies the data that is read at run time beside it. */
import { execFileSync } from "node:child_process";
import { cpSync, globSync, rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
execFileSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
for (const file of globSync("src/**/*.{json,sql}")) cpSync(file, file.replace(/^src/, "dist"));
