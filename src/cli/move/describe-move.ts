import type { Command } from "commander";
import { type RunCommand, withExample } from "../words.ts";
import type { MoveOptions } from "./move.ts";

/** Adds `store`. */
export function describeStore(program: Command, run: RunCommand): void {
  const store = program.command("store").description("where the store is");
  withExample(
    store.command("move"),
    "busbar store move var/busbar.db postgres://busbar@db.example/busbar",
    "busbar store move postgres://busbar@db.example/busbar var/busbar.db",
  )
    .description(
      "move the store from a file to a PostgreSQL database or back, with the daemon stopped; the old one is marked as moved once the new one is proved",
    )
    .argument("<from>", "file of the store, or the address of its database")
    .argument("<to>", "file that is not there, or the address of an empty database")
    .option("--no-verify", "move a store that has faults; what is copied is compared all the same")
    .action((from: string, to: string, options: MoveOptions) =>
      run(async (context) => (await import("./move.ts")).move(context, { from, to }, options)),
    );
}
