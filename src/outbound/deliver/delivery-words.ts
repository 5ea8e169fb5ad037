import type { DueFile } from "../../core/outbound/outbound.ts";

/** Of one that an earlier round, maybe of an earlier run, wrote and could not end. */
export function sayGone(file: DueFile): string {
  return `${sayWhere(file)} Either it got its name and was taken away, or somebody took it under its temporary name. ${whatToDo}`;
}

/** Of one that this round wrote and was giving its name: the server did not say that it did. */
export function sayGoneInRename(file: DueFile): string {
  return `${sayWhere(file)} Either it got its name, though the server did not say so, and was taken away at once, or somebody takes files under temporary names: then agree with the recipient on a name or a folder that is left alone ("temporary" of the channel). ${whatToDo}`;
}

/** Of one that this round wrote, and that vanished before it got its name. */
export function sayTakenAway(file: DueFile): string {
  return `${sayWhere(file)} Somebody takes files under temporary names: agree with the recipient on a name or a folder that is left alone ("temporary" of the channel). ${whatToDo}`;
}

const whatToDo = "Ask the recipient whether it came, then confirm it or try it again.";

function sayWhere({ name, folder, temporary }: DueFile): string {
  return `It was written whole to ${folder}, which was acknowledged, and is there neither as ${temporary} nor as ${name}.`;
}

/** Of one whose name another file has, or one that cannot be compared with it. */
export function sayTaken({ name, folder }: DueFile): string {
  return `A file with other bytes, or one that Busbar may not read, is called ${name} in ${folder}, and is not replaced. Have it taken away and try again, send this one again under a new name, or confirm it if it arrived.`;
}

/** Of one that was being written under its own name when the connection or the program ended. */
export function sayCutOff({ name, folder }: DueFile): string {
  return `It was being written to ${folder} as ${name} when that was cut off, and is there no more: somebody may have taken it, or a part of it. ${whatToDo}`;
}

/** Of one that this round wrote under its own name. */
export function sayTakenDirectly({ name, folder }: DueFile): string {
  return `It was written whole to ${folder} as ${name}, which was acknowledged, and lay there no more when it was looked at: somebody may have taken a part of it. ${whatToDo}`;
}
