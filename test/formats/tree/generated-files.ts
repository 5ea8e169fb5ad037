import type { Catalogue, FlowDefinition } from "../../../src/catalogue/definition.ts";
import { generateFile } from "../../../src/formats/generate/generate.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import type { WritableDocument } from "../../../src/formats/writer.ts";
import { catalogue } from "../flow-text.ts";

/** Every flow of the catalogue whose files are record trees. */
export function treeFlows(): readonly FlowDefinition[] {
  return catalogue.list().flatMap(({ flow, version, family }) => {
    const found = catalogue.find(flow, version);
    return found?.exact === true && found.definition.family === family ? [found.definition] : [];
  });
}

/** A catalogue by which files of a flow are read as that flow, though their headers may not tell it from its like. */
export function catalogueFor(flow: FlowDefinition): Catalogue {
  return flow.family === "rgma" ? { ...catalogue, ofFile: () => flow } : catalogue;
}

/** A made-up document of a flow, in each family that its files may be of. */
export function documentsOf(
  flow: FlowDefinition,
  seed: string,
  count: number,
): readonly WritableDocument[] {
  const made = generateFile(flow, { seed, count });
  if (flow.family !== "user-file") return [made];
  return [made, { ...made, envelope: { ...made.envelope, family: "pool" } }];
}

/** Files of every flow. */
export function generatedFiles(seed: string, count: number): readonly Buffer[] {
  return treeFlows().flatMap((flow) =>
    documentsOf(flow, seed, count).map((document) => {
      const written = writeDocument(document, catalogue);
      if (!written.ok) throw new Error(`${flow.flow}: ${JSON.stringify(written.problems)}`);
      return Buffer.from(written.bytes);
    }),
  );
}
