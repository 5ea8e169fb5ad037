import { z } from "zod";
import { views } from "../../app/views/views.ts";
import { busbarVersion } from "../../disk/version.ts";
import { cloudEventView } from "../feed/cloud-event.ts";
import { httpProblemView } from "../problem/problem.ts";
import type { ActRoute } from "./act-route.ts";
import { actRoutes } from "./act-routes.ts";
import { type OtherRoute, otherRoutes } from "./other-routes.ts";
import { readRoutes } from "./read-routes.ts";
import { apiRoot, type ReadRoute } from "./route.ts";

/** The version of the standard that the description is of. */
const openApiVersion = "3.1.1";

/** The description of the API, made of its table of routes. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of [...readRoutes, ...actRoutes]) {
    const at = paths[apiRoot + route.path] ?? {};
    at[route.method] = operationOf(route);
    paths[apiRoot + route.path] = at;
  }
  for (const route of otherRoutes) {
    const at = paths[apiRoot + route.path] ?? {};
    at[route.method] = otherOperation(route);
    paths[apiRoot + route.path] = at;
  }
  return {
    openapi: openApiVersion,
    info: { title: "Busbar", version: busbarVersion() },
    security: [{ token: [] }, { session: [] }],
    paths,
    webhooks: webhooks(),
    components: {
      schemas: schemas(),
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "busbar" },
      },
    },
  };
}

const problems = {
  description: "What went wrong",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } },
};

function operationOf(route: ReadRoute | ActRoute): object {
  const { path, tag, summary, input, answer } = route;
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const { properties = {}, required = [] } = jsonSchema(input, "input");
  const parameters = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: inPath.has(name) ? "path" : "query",
    required: inPath.has(name) || required.includes(name),
    schema,
  }));
  return {
    tags: [tag],
    summary,
    parameters: "body" in route ? [...parameters, ...actParameters(route)] : parameters,
    ...("body" in route && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: jsonSchema(route.body, "input") } },
      },
    }),
    responses: {
      [String("status" in route ? route.status : 200)]: {
        description: summary,
        content: { "application/json": { schema: jsonSchema(answer, "output") } },
      },
      default: problems,
    },
  };
}

function otherOperation({ path, tag, summary, query, sent, status, answers }: OtherRoute): object {
  const parameter = (name: string, where: "path" | "query") => ({
    name,
    in: where,
    required: where === "path",
    schema: { type: "string" },
  });
  const content = (type: string, form: z.ZodType | null | undefined, io: "input" | "output") => [
    type,
    form ? { schema: jsonSchema(form, io) } : {},
  ];
  const answered = Object.entries(answers).map(([type, form]) => content(type, form, "output"));
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => parameter(name, "path"));
  return {
    tags: [tag],
    summary,
    parameters: [...inPath, ...(query ?? []).map((name) => parameter(name, "query"))],
    ...(sent && {
      requestBody: {
        required: true,
        content: Object.fromEntries([content(sent.type, sent.form, "input")]),
      },
    }),
    responses: {
      [String(status)]: { description: summary, content: Object.fromEntries(answered) },
      default: problems,
    },
  };
}

function actParameters({ path }: ActRoute): object[] {
  const header = (name: string, description: string) => ({
    name,
    in: "header",
    required: false,
    description,
    schema: { type: "string" },
  });
  const key = header("Idempotency-Key", "under which the same is done once");
  if (!path.endsWith("/commands")) return [key];
  return [key, header("If-Match", "the ETag of the process that it was decided on")];
}

/** What channels of `kind: webhook` are sent, as Standard Webhooks has it; docs/guides/webhooks.md tells of them. */
function webhooks(): object {
  const header = (name: string, isRequired: boolean, description: string) => ({
    name,
    in: "header",
    required: isRequired,
    description,
    schema: { type: "string" },
  });
  const summary = "What happened, in order: a batch of CloudEvents of the feed";
  return {
    events: {
      post: {
        tags: ["webhooks"],
        summary,
        parameters: [
          header("webhook-id", true, "stays the same when the batch is sent again"),
          header("webhook-timestamp", true, "when it was sent, in seconds since 1970"),
          header(
            "webhook-signature",
            true,
            "v1 and HMAC-SHA256 in base64 of `id.timestamp.body`, one for each secret",
          ),
        ],
        requestBody: {
          required: true,
          content: {
            "application/cloudevents-batch+json": {
              schema: jsonSchema(z.array(cloudEventView), "output"),
            },
          },
        },
        responses: {
          "2XX": { description: "Taken; the next batch comes" },
          "410": { description: "Wants no more: the channel is put on hold" },
          default: {
            description:
              "Not taken: sent again by the schedule of Standard Webhooks, or after `Retry-After` where that is later",
          },
        },
      },
    },
  };
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** Where the views lie that are answered, each under its name. */
const where = "#/components/schemas/";

function named() {
  const registry = z.registry<{ id: string }>();
  for (const [name, view] of Object.entries(views)) registry.add(view, { id: name });
  registry.add(httpProblemView, { id: "problem" });
  return registry;
}

function schemas(): Record<string, object> {
  const made = z.toJSONSchema(named(), { uri: (name) => where + name }).schemas;
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

/** A schema whose parts that have names are only named. */
function jsonSchema(of: z.ZodType, io: "input" | "output"): JsonSchema {
  const {
    $schema: _,
    $defs: __,
    ...schema
  } = z.toJSONSchema(of, {
    io,
    metadata: named(),
    unrepresentable: "any",
  });
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${where}`)) as JsonSchema;
}
