import { z } from "zod";
import { explainCode, listProblemCodes } from "../../../app/queries/flows/explain.ts";
import { listFlows } from "../../../app/queries/flows/list-flows.ts";
import { listedFlowView, problemCodeView } from "../../../app/views/flow-view.ts";
import { list } from "../../../app/views/parts.ts";
import { listedDefinition } from "../../../catalogue/any-flow.ts";
import { flowSchema } from "../../../catalogue/describe/flow-schema.ts";
import { notFound } from "../../../core/refusal/refused-error.ts";
import { httpCodes } from "../../problem/http-codes.ts";
import { refusalKinds, refusalTitles } from "../../problem/problem.ts";
import { wordText, yesText } from "../parameters.ts";
import { type ReadRoute, read } from "../route.ts";

/** What can be read of flows, and of the codes of problems. */
export const catalogueRoutes: readonly ReadRoute[] = [
  read("/flows", {
    tag: "Flows",
    summary: "The flow versions of the catalogue, or those that hold words together.",
    input: { search: wordText.optional(), all: yesText.optional() },
    answer: z.strictObject({ items: list(listedFlowView) }),
    run: async (of, { search = "", all = false }) => ({
      items: listFlows(await of.catalogue(), { search, all }),
    }),
  }),
  read("/flows/{flow}/{version}", {
    tag: "Flows",
    summary: "A flow version, as its definition has it.",
    input: { flow: wordText, version: wordText },
    answer: z.looseObject({ flow: z.string(), version: z.string() }),
    run: async (of, asked) => ({ ...flowOf(await of.catalogue(), asked) }),
  }),
  read("/flows/{flow}/{version}/schema", {
    tag: "Flows",
    summary: "The JSON Schema of a message of a flow version.",
    input: { flow: wordText, version: wordText },
    answer: z.looseObject({}),
    run: async (of, asked) => {
      const catalogue = await of.catalogue();
      const labels = (item: string) => catalogue.item(item)?.labels ?? {};
      return { ...flowSchema(flowOf(catalogue, asked), labels) };
    },
  }),
  read("/problem-codes", {
    tag: "Problems",
    summary: "The codes that problems of files have.",
    answer: z.strictObject({ items: list(problemCodeView) }),
    run: async () => ({ items: listProblemCodes() }),
  }),
  read("/problems/{code}", {
    tag: "Problems",
    summary: "What a code of a problem means.",
    input: { code: wordText },
    answer: z.strictObject({ code: z.string(), title: z.string(), page: z.string().nullable() }),
    run: async (_, { code }) => {
      const own = Object.entries(httpCodes).find(([name]) => name === code);
      if (own !== undefined) return { code, title: own[1].title, page: null };
      const kind = refusalKinds.get(code);
      if (kind !== undefined) return { code, title: refusalTitles[kind], page: null };
      const known = explainCode(code);
      if (known.is === "response")
        return { code: known.code.code, title: known.code.meaning, page: null };
      return { code: known.code.code, title: known.code.title, page: known.page };
    },
  }),
];

function flowOf(
  catalogue: Parameters<typeof listedDefinition>[0],
  { flow, version }: { readonly flow: string; readonly version: string },
) {
  const listed = catalogue.list().find((one) => one.flow === flow && one.version === version);
  const found = listed === undefined ? null : listedDefinition(catalogue, listed);
  if (found === null) throw notFound(`flow ${flow} ${version}`);
  return found;
}
