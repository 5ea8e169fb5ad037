import { isAbsolute } from "node:path";
import { z } from "zod";
import type { OpenInstallation } from "../../../app/installation/open-installation.ts";
import type { JobTask } from "../../jobs/job-task.ts";
import { type JobView, jobView } from "../../jobs/jobs.ts";
import { taskItems } from "../../jobs/task-items.ts";
import { type ActAsked, type ActRoute, act } from "../act-route.ts";

const answer = jobView;
const status = 202;
const absolute = z
  .string({ error: "an absolute path on the machine of the daemon" })
  .refine(isAbsolute, { error: "an absolute path on the machine of the daemon" });

/** What takes long and is done as a job, in a thread of its own; how many items it has is not known before. */
export const jobActs: readonly ActRoute[] = [
  act("/verifications", {
    tag: "Daemon",
    summary:
      "Proves the store as a job: every count, hash and fold. What is not as it must be is an item that is not done.",
    answer,
    status,
    run: async (of, _, asked) => begun(of, asked, "/verifications", { is: "verify" }),
  }),
  act("/check-ups", {
    tag: "Daemon",
    summary:
      "Looks at the whole installation as a job; with channels partners' servers are tried too. What is not good is an item that is not done.",
    body: { channels: z.boolean().default(false) },
    answer,
    status,
    run: async (of, { channels }, asked) =>
      begun(of, asked, "/check-ups", { is: "doctor", channels }),
  }),
  act("/replays", {
    tag: "Processes",
    summary:
      "Builds every process with the code as it is now as a job, and compares it with what is stored; nothing is changed.",
    body: {
      type: z.string().nullable().default(null),
      since: z.iso.datetime({ offset: true }).nullable().default(null),
    },
    answer,
    status,
    run: async (of, { type, since }, asked) => {
      const from = since === null ? null : Date.parse(since);
      return begun(of, asked, "/replays", { is: "replay", type, since: from });
    },
  }),
  act("/backups", {
    tag: "Daemon",
    summary:
      "Makes a backup as a job, in a file that is not there yet on the machine of the daemon, and reads it again.",
    body: { path: absolute, withoutLost: z.boolean().default(false) },
    answer,
    status,
    role: "admin",
    run: async (of, { path, withoutLost }, asked) =>
      begun(of, asked, "/backups", { is: "backup", path, withoutLost }),
  }),
  act("/retention/runs", {
    tag: "Retention",
    summary:
      "Keeps bytes no longer than the settings say, as a job; with dryRun the job only says what that would do.",
    body: { dryRun: z.boolean().default(false) },
    answer,
    status,
    role: "admin",
    run: async (of, { dryRun: isDry }, asked) => {
      const { actor } = asked.changedBy;
      return begun(of, asked, "/retention/runs", { is: "retention", isDry, actor });
    },
  }),
];

/** The job of a task; while the same task runs it is that one. */
function begun(
  of: OpenInstallation,
  { changedBy, context }: ActAsked,
  path: string,
  task: JobTask,
): JobView {
  const set = JSON.stringify(task);
  const on = { what: path, set, afterwards: "ask again for yours" } as const;
  const items = taskItems(of, task);
  return context.jobs.start({ act: path, ...changedBy, total: 0, on, items });
}
