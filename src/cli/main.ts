import { enableCompileCache } from "node:module";

// Before anything else is loaded: the next start then finds it compiled.
enableCompileCache();
const { runProgram } = await import("./run-program.ts");
process.exitCode = await runProgram(process.argv, {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});
