import fs from "node:fs";
import { registerHooks, syncBuiltinESMExports } from "node:module";

// Loaded before the program by `--import`: writes down which modules and which files a run loads.
const loaded = new Set<string>();
registerHooks({
  load(url, context, next) {
    loaded.add(url);
    return next(url, context);
  },
});
const read = fs.readFileSync;
fs.readFileSync = ((...given: Parameters<typeof read>) => {
  loaded.add(String(given[0]));
  return read(...given);
}) as typeof read;
syncBuiltinESMExports();
process.on("exit", () => {
  fs.writeFileSync(process.env["BUSBAR_TEST_LOADED"] ?? "", [...loaded].join("\n"));
});
