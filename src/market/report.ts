import type { SimulationView } from "../app/views/simulation-view.ts";
import { utcTime } from "../core/text/utc-time.ts";
import type { SwitchStory } from "./oracle/account.ts";
import type { MarketJudgement } from "./oracle/judge.ts";
import { lastWord } from "./oracle/where-it-stands.ts";
import { beginsAt, type Simulated } from "./simulate.ts";

/** What a simulation came to: where its switches are by what each side says, what is stuck and why, how fast it went. */
export function reportOf(
  { places, switches, filesIn, filesOut, now, tookMs }: Simulated,
  { stories, complaints }: MarketJudgement,
): SimulationView {
  return {
    folder: places.folder,
    switches: switches.length,
    words: counted(stories.map((story) => lastWord(story)?.says ?? "nothing")),
    statuses: counted(stories.map(({ process }) => process?.status ?? "no process")),
    stuck: stuckIn(stories),
    filesIn,
    filesOut,
    beganAt: utcTime(beginsAt),
    endedAt: utcTime(now),
    tookMs: Math.round(tookMs),
    complaints: complaints.length,
  };
}

/** How often each text is there, the most frequent first. */
function counted(texts: readonly string[]): Record<string, number> {
  const groups = [...Map.groupBy(texts, (text) => text)];
  const counts = groups.map(([text, all]) => [text, all.length] as const);
  return Object.fromEntries(counts.toSorted(([, a], [, b]) => b - a));
}

/** Why switches are stuck, by their causes, with an example of each. */
function stuckIn(stories: readonly SwitchStory[]): SimulationView["stuck"] {
  const all = stories.flatMap(({ plan, stuck }) =>
    stuck.map(({ cause, reason }) => ({ mpan: plan.mpan, cause, reason })),
  );
  const groups = [...Map.groupBy(all, ({ cause }) => cause).values()];
  return groups
    .map((group) => ({
      cause: group[0]?.cause ?? "",
      switches: new Set(group.map(({ mpan }) => mpan)).size,
      reason: group[0]?.reason ?? "",
      example: group[0]?.mpan ?? "",
    }))
    .toSorted((a, b) => b.switches - a.switches);
}
