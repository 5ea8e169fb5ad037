import type { FlowDefinition } from "../../../catalogue/definition.ts";
import { printable } from "../../printable.ts";

/** The sentence about a flow that is read by another version. */
export function sayOtherVersion(
  version: string | null,
  { flow, version: read }: FlowDefinition,
): string {
  const why =
    version === null
      ? "The header names no version"
      : `Version ${printable(version)} is not in the catalogue`;
  return `${why}; the file is read as ${flow} version ${read}.`;
}

/** About a flow that is not read at all. */
export function sayUnknown(flow: string): string {
  return `The catalogue has no flow "${printable(flow)}"; look whether the header is right, or have the flow added to the catalogue and read the file again.`;
}

/** About a flow whose records are kept without names. */
export function sayUndescribed(flow: string): string {
  return `The catalogue does not describe "${printable(flow)}": its records are kept as they are, unchecked and without names, all in one message; describe it in a catalogue of your own to have more.`;
}

/** About a flow whose definition is partial. */
export function sayPartly(flow: string): string {
  return `The catalogue describes ${flow} only in part: what it does not know of its records is kept as it is, unchecked.`;
}
