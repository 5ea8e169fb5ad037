import { randomUUID } from "node:crypto";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import type { CommandAnswer, CommandRecord } from "../../../store/port/processes/command-store.ts";
import { askedType } from "../../asked/asked-type.ts";
import { commandTarget } from "../../asked/command-target.ts";
import { whoAsks } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type RunContext, runCommand, runCommandAgain } from "./run-command.ts";

/** What is asked of a process. */
export interface AskProcessInput {
  /** The process as people write it: its key, or its type and key; only its type when `key` is given. */
  readonly process: string;
  readonly key?: string;
  /** The command's name. */
  readonly name: string;
  readonly data: unknown;
  /** Under which the same is done once, however often it is asked; a new one when absent. */
  readonly idempotencyKey?: string;
  /** The version of the process that it is asked on: refused when something happened since. */
  readonly onVersion?: string;
}

/** Runs a command on a process. Its own refusal is an answer. */
export async function askProcess(
  installation: OpenInstallation,
  { process, key, name, data, idempotencyKey = randomUUID(), onVersion }: AskProcessInput,
  by: { readonly actor: string },
): Promise<CommandAnswer> {
  const actor = whoAsks(by.actor);
  const running = await runContext(installation);
  const { definitions } = running;
  if (key !== undefined) askedType(definitions, process);
  const named = key === undefined ? process : `${process}/${key}`;
  const target = await commandTarget(installation.store, definitions, named, name);
  const asked = { ...target, key: idempotencyKey, name, data, actor };
  return runCommand(running, { ...asked, ...(onVersion !== undefined && { onVersion }) });
}

/** Runs a command again that failed. */
export async function askAgain(
  installation: OpenInstallation,
  { key }: { readonly key: string },
  by: { readonly actor: string },
): Promise<CommandAnswer> {
  const actor = whoAsks(by.actor);
  const answer = await runCommandAgain(await runContext(installation), key, actor);
  if (answer === null) throw noCommandUnder(key);
  return answer;
}

/** The command that was asked under a key. Rejects with a `RefusedError` when there is none. */
export async function askedCommand(
  { store }: OpenInstallation,
  key: string,
): Promise<CommandRecord> {
  const command = await store.commands.get(key);
  if (command === null) throw noCommandUnder(key);
  return command;
}

async function runContext({ store, definitions, clock }: OpenInstallation): Promise<RunContext> {
  return { store, definitions: await definitions(), now: clock.wall };
}

function noCommandUnder(key: string): RefusedError {
  return new RefusedError("not-found", `No command was asked under the key ${key}`, {
    remedy: advice("`{}` shows those that failed", { remedy: "list-stuck" }),
  });
}
