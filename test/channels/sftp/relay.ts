import { onTestFinished } from "vitest";
import { type Relay, startBareRelay } from "./bare-relay.ts";

/** Starts a relay in front of a port; `delayMs` is added each way. It ends with the test. */
export async function startRelay(port: number, delayMs = 0): Promise<Relay> {
  const relay = await startBareRelay(port, delayMs);
  onTestFinished(() => relay.close());
  return relay;
}
