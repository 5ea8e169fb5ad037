import type { FlowDefinition } from "../../../src/catalogue/definition.ts";
import type { Envelope } from "../../../src/core/envelope.ts";
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

/** A made-up document of a flow, in each family that its files may be of. */
export function documentsOf(
  flow: FlowDefinition,
  seed: string,
  count: number,
): readonly WritableDocument[] {
  const made = generateFile(flow, { seed, count });
  const plain = { ...made, envelope: envelopeFor(flow, made.envelope) };
  if (flow.flow === "ADT")
    return [{ ...plain, layout: { header: { flow: "E0041001", fileIdentifier: "7" } } }];
  if (flow.family !== "user-file") return [plain];
  return [plain, { ...plain, envelope: { ...plain.envelope, family: "pool" } }];
}

/** An envelope that the family can hold, of one in User File Format. */
function envelopeFor({ family, flow }: FlowDefinition, envelope: Envelope): Envelope {
  const nobody = { role: null, participant: null };
  switch (family) {
    case "settlement": {
      const response = flow === "ADT";
      const version = response ? null : envelope.version;
      return { ...envelope, version, fileIdentifier: response ? null : "123", testFlag: "OPER" };
    }
    case "uk-link": {
      const from = { role: null, participant: "1234500001" };
      return {
        ...envelope,
        version: null,
        fileIdentifier: "123",
        from,
        to: nobody,
        testFlag: null,
      };
    }
    case "rgma":
      return { ...envelope, version: null, fileIdentifier: "00000123", testFlag: null };
    default:
      return envelope;
  }
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
