import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { actionTransitions } from "../../src/core/action/action-transitions.ts";
import { actionStates } from "../../src/core/action/ledger.ts";
import { fileTransitions } from "../../src/core/file/file-transitions.ts";
import { messageTransitions } from "../../src/core/file/message-transitions.ts";
import {
  outboundFileTransitions,
  outboundMessageTransitions,
} from "../../src/core/outbound/outbound-transitions.ts";
import type { Transition } from "../../src/core/state/transition.ts";

const page = readFileSync(new URL("../../docs/states.md", import.meta.url), "utf8");

/** The arrows of the diagram below a heading: from, to, and what leads there. */
function arrowsBelow(heading: string): string[][] {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  const [, diagram = ""] = /```mermaid\nstateDiagram-v2\n([^`]*)```/.exec(section) ?? [];
  const arrow = /^ {2}(\S+) --> (\S+): (.+)$/gm;
  return [...diagram.matchAll(arrow)].map(([, from = "", to = "", by = ""]) => [from, to, by]);
}

function arrowsOf(transitions: readonly Transition<string>[]): string[][] {
  const name = (state: string | null) => (state === null ? "[*]" : state.replaceAll("-", "_"));
  return transitions.map(({ from, to, by }) => [name(from), name(to), by]);
}

test.each<[string, readonly Transition<string>[]]>([
  ["Inbound file", fileTransitions],
  ["Message", messageTransitions],
  ["Action", actionTransitions],
  ["Outbound message", outboundMessageTransitions],
  ["Outbound file", outboundFileTransitions],
])("docs/states.md draws the states of: %s", (heading, transitions) => {
  expect(arrowsBelow(heading)).toEqual(arrowsOf(transitions));
});

test("every state of an action can be come to", () => {
  const states = new Set(actionTransitions.map(({ to }) => to));
  expect(actionStates.filter((state) => !states.has(state))).toEqual([]);
});
