import { z } from "zod";
import { decideAction } from "../../../app/commands/action/decide-action.ts";
import { conflictsOfCause, decideFile } from "../../../app/commands/file/decide-file.ts";
import { decideOutbound } from "../../../app/commands/outbound/decide-outbound.ts";
import { reprocessCause } from "../../../app/commands/stuck/reprocess-cause.ts";
import { interventionKinds } from "../../../core/action/ledger.ts";
import type { ActRoute } from "../act-route.ts";
import { wordText } from "../parameters.ts";
import { groupAct, oneEach } from "./group-act.ts";

/** What is done with all that is stuck for a cause, or that a filter means: looked at first, then done as a job. */
export const groupActs: readonly ActRoute[] = [
  groupAct("/stuck/causes/{cause}/retries", {
    tag: "Stuck",
    summary: "Tries again all that is stuck for a cause.",
    input: { cause: wordText },
    body: {},
    set: async function* ({ store }, { cause }) {
      for await (const { item } of store.stuck.list({ cause })) yield { item };
    },
    try: async function* (of, { cause }, { changedBy }) {
      yield* released(await reprocessCause(of, { cause, dryRun: true }, changedBy));
    },
    do: async function* (of, { cause }, { changedBy }) {
      yield* released(await reprocessCause(of, { cause }, changedBy));
    },
  }),
  groupAct("/stuck/causes/{cause}/file-decisions", {
    tag: "Stuck",
    summary: "Settles every conflict of files that is stuck for a cause.",
    input: { cause: wordText },
    body: { decision: z.enum(["keep-first", "replace", "keep-both"]) },
    set: async function* (of, { cause }) {
      for (const file of await conflictsOfCause(of, cause)) yield { item: `file ${file}` };
    },
    do: (of, { cause, decision }, { changedBy }) =>
      oneEach(
        "file",
        () => conflictsOfCause(of, cause),
        async (file) => {
          const { file: after } = await decideFile(of, { file, decision }, changedBy);
          return after.state;
        },
      ),
  }),
  groupAct("/actions/decisions", {
    tag: "Actions",
    summary: "Decides about every action of a state, or of a name or type in it.",
    input: {},
    body: {
      state: z.enum(["failed", "needs-review", "failing"]),
      name: z.string().optional(),
      type: z.string().optional(),
      decision: z.enum(interventionKinds),
    },
    set: async function* ({ store }, wanted) {
      for await (const { id } of store.actions.list(actionsOf(wanted)))
        yield { item: `action ${id}` };
    },
    do: (of, wanted, { changedBy }) =>
      oneEach(
        "action",
        () => idsOf(of.store.actions.list(actionsOf(wanted))),
        async (action) => {
          const { state } = await decideAction(of, { action, kind: wanted.decision }, changedBy);
          return state;
        },
      ),
  }),
  groupAct("/outbound/decisions", {
    tag: "Outbound",
    summary:
      "Decides about every outbound file and e-mail of a state, or of a channel or flow in it.",
    input: {},
    body: {
      state: z.enum(["ready", "uploaded", "failed", "unknown"]),
      channel: z.string().optional(),
      flow: z.string().optional(),
      decision: z.enum(["hold", "release", "retry", "cancel", "confirm"]),
    },
    set: async function* ({ store }, wanted) {
      for await (const { id } of store.outbound.list(outboundOf(wanted)))
        yield { item: `outbound ${id}` };
    },
    do: (of, wanted, { changedBy }) =>
      oneEach(
        "outbound",
        () => idsOf(of.store.outbound.list(outboundOf(wanted))),
        async (outbound) => {
          const asked = { outbound, decision: wanted.decision };
          const { state } = await decideOutbound(of, asked, changedBy);
          return state;
        },
      ),
  }),
];

async function idsOf(rows: AsyncIterable<{ readonly id: number }>): Promise<readonly number[]> {
  return (await Array.fromAsync(rows)).map(({ id }) => id);
}

type ActionsOf = {
  state: "failed" | "needs-review" | "failing";
  name?: string | undefined;
  type?: string | undefined;
};

function actionsOf({ state, name, type }: ActionsOf) {
  return {
    state,
    ...(name !== undefined && { name }),
    ...(type !== undefined && { processType: type }),
  };
}

type OutboundOf = {
  state: "ready" | "uploaded" | "failed" | "unknown";
  channel?: string | undefined;
  flow?: string | undefined;
};

function outboundOf({ state, channel, flow }: OutboundOf) {
  return { state, ...(channel !== undefined && { channel }), ...(flow !== undefined && { flow }) };
}

async function* released({ outcomes }: Awaited<ReturnType<typeof reprocessCause>>) {
  for await (const { item, free, said } of outcomes)
    yield { item: item.item, done: free, said: typeof said === "string" ? said : said.say };
}
