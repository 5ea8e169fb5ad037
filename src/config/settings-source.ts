import { isMap, isScalar, type Node, visit } from "yaml";
import { readYaml } from "../catalogue/load/read-yaml.ts";
import { nameOffset, nodeAt } from "../catalogue/load/yaml-place.ts";
import type { ConfigProblem } from "./config-error.ts";

type Path = readonly PropertyKey[];

/** A parsed configuration that can say where each of its settings is. */
export interface SettingsSource {
  /** Its content as plain values. */
  readonly value: unknown;
  /** What is wrong with it as YAML; when there is any, the value is worth nothing. */
  readonly problems: readonly ConfigProblem[];
  /** A problem with the value at the path, or with what is nearest to it. */
  problemAt(path: Path, message: string): ConfigProblem;
  /** A problem with a name inside the settings at the path. */
  problemAtName(path: Path, name: string, message: string): ConfigProblem;
  /** A problem with the first name or value that is a text meant; null when there is none such. */
  problemAtText(isMeant: (text: string) => boolean, message: string): ConfigProblem | null;
  /** What is at the path, for people: `found "2 sec"`, `found a list`, `missing`. */
  foundAt(path: Path): string;
}

/** Parses the text of a configuration, keeping line and column of everything in it. */
export function parseSource(text: string): SettingsSource {
  const { lines, contents: root, faults, value } = readYaml(text);
  const problem = (offset: number, message: string): ConfigProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  return {
    value,
    problems: faults.map(({ offset, message }) => problem(offset, message)),
    problemAt: (path, message) => problem(offsetOf(root, path), message),
    problemAtName: (path, name, message) => problem(offsetOfName(root, path, name), message),
    problemAtText: (isMeant, message) => {
      const offset = offsetOfText(root, isMeant);
      return offset === null ? null : problem(offset, message);
    },
    foundAt: (path) => found(nodeAt(root, path), isOfSecret(path)),
  };
}

/** Settings whose value is a secret when it is here in clear: it is not said back. */
const secretNames: ReadonlySet<string> = new Set([
  "agent",
  "key",
  "passphrase",
  "password",
  "secret",
]);

/** Whether what is there is a secret in clear, or one of a list of them. */
function isOfSecret(path: Path): boolean {
  return secretNames.has(String(path.findLast((step) => typeof step === "string")));
}

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

function offsetOfText(root: Node | null, isMeant: (text: string) => boolean): number | null {
  let offset: number | null = null;
  if (root !== null)
    visit(root, {
      Scalar: (_key, { value, range }) => {
        if (typeof value !== "string" || !isMeant(value)) return undefined;
        offset = range?.[0] ?? null;
        return visit.BREAK;
      },
    });
  return offset;
}

function offsetOfName(root: Node | null, path: Path, name: string): number {
  return nameOffset(nodeAt(root, path), name) ?? offsetOf(root, path);
}
