/** Runs the commands that it is sent, one after the other, as `node` does: it finds modules as a user's program does. */
import { runKept } from "./kept-output.ts";

let turn: Promise<unknown> = Promise.resolve();
process.on("message", (words: string[]) => {
  turn = turn.then(async () => process.send?.(await runKept(words)));
});
