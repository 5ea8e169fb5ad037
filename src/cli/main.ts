import { enableCompileCache } from "node:module";

// What Busbar makes is open to its user and group at most, the store and its folders too.
process.umask(process.umask() | 0o007);
// Before anything else is loaded: the next start then finds it compiled.
enableCompileCache();
const { runProgram } = await import("./run-program.ts");
process.exitCode = await runProgram(process.argv, {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});
