import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { ProgramWords } from "../installation/simulated-daemon.ts";
import type { InstallationAccount } from "./account.ts";

const processLine = z.object({
  type: z.string(),
  key: z.string(),
  status: z.string().nullable(),
});
const stuckLine = z.object({
  kind: z.string(),
  cause: z.object({ title: z.string() }),
  item: z.string(),
  name: z.string(),
  reason: z.string(),
});
const fileLine = z.object({ name: z.string(), state: z.string() });
const outboundLine = z.object({ name: z.string(), state: z.string() });

/** States of outbound files that have left, or that a person took away. */
const gone: ReadonlySet<string> = new Set(["delivered", "cancelled"]);

/** Asks an installation what it says of itself, as any program would: by its commands, in JSON. */
export async function readAccount(
  program: ProgramWords,
  config: string,
): Promise<InstallationAccount> {
  const ask = async <Line>(form: z.ZodType<Line>, ...words: readonly string[]): Promise<Line[]> => {
    const lines: Line[] = [];
    const [command, ...before] = program;
    const all = [...before, ...words, "--json", "--config", config];
    const child = spawn(command, all, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "exit");
    for await (const line of createInterface({ input: child.stdout })) {
      const value: unknown = JSON.parse(line);
      if (!isNextPage(value)) lines.push(form.parse(value));
    }
    await ended;
    if (child.exitCode !== 0)
      throw new Error(`busbar ${words.join(" ")} ended with ${child.exitCode ?? "a signal"}`);
    return lines;
  };
  const [processes, stuck, files, outbound] = await Promise.all([
    ask(processLine, "process", "list"),
    ask(stuckLine, "stuck", "--all"),
    ask(fileLine, "file", "list"),
    ask(outboundLine, "outbound", "list"),
  ]);
  return {
    processes,
    stuck: stuck.map(({ cause, ...item }) => ({ ...item, cause: cause.title })),
    files,
    leaving: outbound
      .filter(({ state }) => !gone.has(state))
      .map(({ name, state }) => `${name} is ${state}`),
  };
}

/** Lists that are not whole end with where they go on. */
function isNextPage(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "next";
}
