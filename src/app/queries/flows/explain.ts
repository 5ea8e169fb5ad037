import type { z } from "zod";
import { responseMeaning } from "../../../catalogue/half-hourly/response-codes.ts";
import { codeOf, problemCode, problemKinds } from "../../asked/problem-code.ts";
import type { problemCodeView, responseCodeView } from "../../views/flow-view.ts";
import { problemPage } from "./problem-pages.ts";

/** What a code means: of a problem, with its page; or of an answer to half-hourly settlement messages. */
export type ExplainedCode =
  | {
      readonly is: "problem";
      readonly code: z.infer<typeof problemCodeView>;
      readonly page: string;
    }
  | { readonly is: "response"; readonly code: z.infer<typeof responseCodeView> };

/** What a code means. Throws a refusal that suggests others where there is none. */
export function explainCode(name: string): ExplainedCode {
  const response = codeOf(name);
  const meaning = responseMeaning(response);
  if (meaning !== null) return { is: "response", code: { code: response, meaning } };
  const code = problemCode(name);
  const page = problemPage(code);
  return { is: "problem", code: { ...kindOf(code), page }, page };
}

/** Every code that a problem may have, in the order of the alphabet. */
export function listProblemCodes(): readonly z.infer<typeof problemCodeView>[] {
  return [...problemKinds.keys()].toSorted().map(kindOf);
}

function kindOf(code: string): z.infer<typeof problemCodeView> {
  const kind = problemKinds.get(code);
  if (kind === undefined) throw new Error(`${code} is no code of a problem`);
  return { code, severity: kind.severity, title: kind.title };
}
