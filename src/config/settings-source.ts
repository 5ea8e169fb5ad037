import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { yamlFaults } from "../catalogue/yaml-faults.ts";
import type { ConfigProblem } from "./config-error.ts";

type Path = readonly PropertyKey[];

/** A parsed configuration that can say where each of its settings stands. */
export interface SettingsSource {
  /** Its content as plain values. */
  readonly value: unknown;
  /** What is wrong with it as YAML; when there is any, the value is worth nothing. */
  readonly problems: readonly ConfigProblem[];
  /** A problem with the value at the path, or with what is nearest to it. */
  problemAt(path: Path, message: string): ConfigProblem;
  /** A problem with a name inside the settings at the path. */
  problemAtName(path: Path, name: string, message: string): ConfigProblem;
  /** What stands at the path, for people: `found "2 sec"`, `found a list`, `missing`. */
  foundAt(path: Path): string;
}

/** Parses the text of a configuration, keeping line and column of everything in it. */
export function parseSource(text: string): SettingsSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const root = document.contents;
  const problem = (offset: number, message: string): ConfigProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const problems = yamlFaults(text, document.errors).map(({ offset, message }) =>
    problem(offset, message),
  );
  return {
    value: problems.length === 0 ? document.toJS() : null,
    problems,
    problemAt: (path, message) => problem(offsetOf(root, path), message),
    problemAtName: (path, name, message) => problem(offsetOfName(root, path, name), message),
    foundAt: (path) => found(nodeAt(root, path), secretNames.has(String(path.at(-1)))),
  };
}

/** Settings whose value is a secret when it stands here in clear: it is not said back. */
const secretNames: ReadonlySet<string> = new Set(["key", "passphrase", "password"]);

function found(node: Node | null, isSecret: boolean): string {
  if (node === null) return "missing";
  if (isMap(node)) return "found settings";
  if (!isScalar(node)) return "found a list";
  if (node.value !== null && isSecret) return "found it in clear";
  return node.value === null ? "found nothing" : `found ${JSON.stringify(node.value)}`;
}

/** Offset of the value at the path; of its name when it is empty or holds others; else of what is above. */
function offsetOf(root: Node | null, path: Path): number {
  const node = nodeAt(root, path);
  const shown = isMap(node) || (isScalar(node) && node.value === null) ? null : node;
  if (shown?.range) return shown.range[0];
  const name = path.at(-1);
  if (name === undefined) return root?.range?.[0] ?? 0;
  return offsetOfName(root, path.slice(0, -1), String(name));
}

function offsetOfName(root: Node | null, path: Path, name: string): number {
  const key = pairIn(nodeAt(root, path), name)?.key;
  return isScalar(key) && key.range ? key.range[0] : offsetOf(root, path);
}

function nodeAt(root: Node | null, path: Path): Node | null {
  let node = root;
  for (const step of path) {
    const next = isSeq<Node>(node) ? node.items[Number(step)] : pairIn(node, String(step))?.value;
    node = next ?? null;
  }
  return node;
}

function pairIn(node: Node | null, name: string): Pair<Node, Node | null> | undefined {
  if (!isMap<Node, Node | null>(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}
