import { serverKeys } from "../../app/commands/channel/server-keys.ts";
import { parseHostKeyPin } from "../../config/channel/host-key.ts";
import { findConfig } from "../../config/load-config.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";

/** `busbar channel trust NAME`: shows the keys that the channel's server shows; fails when others are pinned. */
export async function channelTrust(
  context: CommandContext,
  channel: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  const configFile = findConfig(context.config, context.environment);
  const { host, port, keys, pins, isOther } = await serverKeys({ configFile }, { channel });
  const code = isOther ? exitCode.failed : exitCode.good;
  if (options.json) {
    for (const key of keys) await output.json({ host, port, ...key });
    return code;
  }
  await output.line(`${visible(host)}:${port} shows`);
  for (const { type, fingerprint, pinned } of keys)
    await output.line(`  ${visible(type)} ${fingerprint}${pinned ? "  (pinned)" : ""}`);
  if (isOther) await output.lines(["", ...otherKeyLines(pins)]);
  else if (pins.length === 0)
    await output.lines([
      "",
      "Nothing says yet that this is the partner. Compare the fingerprint with what the partner gives you by",
      "another way, a letter or a telephone call, and only then write into the channel's settings:",
      `    hostKey: ${keys[0].fingerprint}`,
    ]);
  return code;
}

/** What is to be said when a server shows none of the keys that are pinned. */
function otherKeyLines(pins: readonly string[]): readonly string[] {
  return [
    `The configuration pins ${pins.length === 1 ? "another key" : "other keys"}, so Busbar will not talk to this server:`,
    ...pins.map((pin) => `    ${visible(parseHostKeyPin(pin)?.fingerprint ?? pin)}`),
    "Either the partner changed its key or somebody is in between. Ask the partner by another way, a",
    'letter or a telephone call; only when it confirms the new key, add that to "hostKey" (two are allowed).',
  ];
}
