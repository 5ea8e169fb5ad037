import type { AnyFlow } from "../any-flow.ts";
import type { Catalogue } from "../definition.ts";
import { memberName } from "./event-types.ts";
import { flowTypes } from "./flow-types.ts";
import { codeUnion, comment, labelLines, typeName } from "./type-text.ts";

const notice = "// Made from the catalogue by `npm run generate:types`; changes here are lost.\n";

/**
 * The generated types of every flow version of a catalogue, as text by file name: one module a flow,
 * one with the codes of items, one that maps references to messages.
 */
export function typeFiles(catalogue: Catalogue): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const listed = new Set<string>();
  const references: AnyFlow[] = [];
  for (const flow of everyFlow(catalogue)) {
    const used = new Set<string>();
    const codeType = (item: string, codes: readonly string[]) => {
      if (catalogue.item(item)?.codes !== codes) return null;
      used.add(item);
      listed.add(item);
      return item;
    };
    const body = flowTypes(flow, { codeType });
    references.push(flow);
    files.set(`flows/${typeName(flow)}.ts`, `${notice}${importOf(used)}\n${body}`);
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

function mapText(flows: readonly AnyFlow[]): string {
  const imports = flows
    .map(typeName)
    .map((name) => `import type { ${name} } from "./flows/${name}.ts";\n`);
  const members = flows.map((flow) => {
    const reference = memberName(`${flow.flow}${flow.version}`);
    return `  readonly ${reference}: ${typeName(flow)};\n`;
  });
  const about = comment(["The data of each flow version's messages, by its reference."], "");
  return `${notice}\n${imports.join("")}\n${about}export interface FlowMessages {\n${members.join("")}}\n`;
}

/** Record trees, tables and JSON events, in the order the catalogue lists them. */
function everyFlow(catalogue: Catalogue): readonly AnyFlow[] {
  const others = [...catalogue.tables(), ...catalogue.jsonEvents()];
  return catalogue.list().flatMap(({ flow, version, family }): AnyFlow[] => {
    const other = others.find(
      (one) => one.family === family && one.flow === flow && one.version === version,
    );
    const found = other ?? catalogue.find(flow, version)?.definition;
    return found === undefined ? [] : [found];
  });
}
