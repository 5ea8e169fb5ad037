/** Builds `dist/`: bundles `src/`, declares the types of what modules import, copies the data that is read at run time and what browsers are given, and makes the manual page and the schema. */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, rmSync } from "node:fs";
import { vendoredFiles, vendoredLicences } from "../src/console/assets/vendored.ts";
import { bundle } from "./bundle.ts";

rmSync("dist", { recursive: true, force: true });
const declared = spawnSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
if (declared.status === 0) {
  await bundle();
  for (const file of globSync("src/**/*.{css,js,json,sql}"))
    cpSync(file, file.replace(/^src/, "dist"));
  for (const { name, from } of [...vendoredFiles, ...vendoredLicences])
    cpSync(`node_modules/${from}`, `dist/console/assets/vendor/${name}`);
  await import("./generate-made.ts");
}
process.exitCode = declared.status ?? 1;
