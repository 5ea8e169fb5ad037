import type { Catalogue } from "../definition.ts";
import { codeUnion, comment, labelLines, typeName, typeText } from "./type-text.ts";

const notice = "// Made from the catalogue by `npm run generate:types`; changes here are lost.\n";

/**
 * The generated types of every flow version of a catalogue, as text by file name: one module a flow,
 * one with the codes of items, one that maps references to messages.
 */
export function typeFiles(catalogue: Catalogue): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const listed = new Set<string>();
  const references: string[] = [];
  for (const { flow, version } of catalogue.list()) {
    const found = catalogue.find(flow, version);
    if (found === null) continue;
    const used = new Set<string>();
    const codeType = (item: string, codes: readonly string[]) => {
      if (catalogue.item(item)?.codes !== codes) return null;
      used.add(item);
      listed.add(item);
      return item;
    };
    const body = typeText(found.definition, { codeType });
    const name = typeName(found.definition);
    references.push(name);
    files.set(`flows/${name}.ts`, `${notice}${importOf(used)}\n${body}`);
  }
  files.set("codes.ts", codesText(catalogue, listed));
  files.set("flow-messages.ts", mapText(references));
  return files;
}

function importOf(items: ReadonlySet<string>): string {
  if (items.size === 0) return "";
  return `import type { ${[...items].toSorted().join(", ")} } from "../codes.ts";\n`;
}

function codesText(catalogue: Catalogue, listed: ReadonlySet<string>): string {
  const types = [...listed].toSorted().map((reference) => {
    const { name = "", codes = null, labels = {} } = catalogue.item(reference) ?? {};
    if (codes === null) return "";
    const about = [`${reference} ${name}. The list is advisory.`, ...labelLines(codes, labels)];
    return `\n${comment(about, "")}export type ${reference} = ${codeUnion(codes)};\n`;
  });
  return notice + types.join("");
}

function mapText(references: readonly string[]): string {
  const imports = references.map((name) => `import type { ${name} } from "./flows/${name}.ts";\n`);
  const members = references.map((name) => `  readonly ${name}: ${name};\n`);
  const about = comment(["The data of each flow version's messages, by its reference."], "");
  return `${notice}\n${imports.join("")}\n${about}export interface FlowMessages {\n${members.join("")}}\n`;
}
