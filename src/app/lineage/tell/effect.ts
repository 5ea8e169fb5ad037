import { plain, say } from "../sentence.ts";
import type { Story } from "../story.ts";
import { nothing, type Telling } from "../telling.ts";

/** What an action brought about, or what answers a file: an event, or something that leaves. */
export async function effectStories(
  told: Telling,
  effect: { kind: string } & ({ event: number } | { message: number; state: string }),
): Promise<Story[]> {
  if ("event" in effect) return told.all("event", [effect.event], "on");
  const outbound = await told.store.outbound.ofMessage(effect.message);
  if (outbound !== null) return told.all("outbound", [outbound], "on");
  const what = effect.kind === "email" ? "an e-mail" : "a message for a file";
  return [
    {
      ...nothing,
      item: say`outbound message ${effect.message}`,
      said: plain(`${what}, ${effect.state}`),
    },
  ];
}
