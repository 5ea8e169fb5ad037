import { z } from "zod";
import { takenInView } from "../../app/views/file-view.ts";
import { checkedFileView } from "../../app/views/flow-view.ts";
import { list } from "../../app/views/parts.ts";
import { roles } from "../../core/access/access.ts";
import { cloudEventView } from "../feed/cloud-event.ts";
import { jobView } from "../jobs/jobs.ts";

/** An address whose request or answer is more than JSON of a table's row: described here, answered in a file of its own. */
export interface OtherRoute {
  readonly method: "get" | "post" | "delete";
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** What may be asked by the query. */
  readonly query?: readonly string[];
  /** What is sent: its type, and its form where it is JSON. */
  readonly sent?: { readonly type: string; readonly form?: z.ZodType };
  readonly status: number;
  /** What is answered, by its type; null where it is bytes or a stream. */
  readonly answers: Readonly<Record<string, z.ZodType | null>>;
}

const bytes = { "application/octet-stream": null };
const job = { "application/json": jobView };
const session = z.strictObject({ name: z.string(), role: z.enum(roles), personal: z.boolean() });

/** Addresses of the API with requests or answers of other types than JSON. */
export const otherRoutes: readonly OtherRoute[] = [
  {
    method: "get",
    path: "/feed",
    tag: "Feed",
    summary: "What happened behind an id: a batch, or a stream of server-sent events.",
    query: ["lastEventId", "limit", "timeout", "full"],
    status: 200,
    answers: {
      "application/cloudevents-batch+json": z.array(cloudEventView),
      "text/event-stream": null,
    },
  },
  {
    method: "post",
    path: "/files",
    tag: "Files",
    summary: "Takes a file in whose bytes are sent.",
    query: ["name", "reason"],
    sent: { type: "application/octet-stream" },
    status: 201,
    answers: { "application/json": z.strictObject({ items: list(takenInView) }) },
  },
  {
    method: "post",
    path: "/file-checks",
    tag: "Files",
    summary: "Checks a file whose bytes are sent against its definition; nothing of it is kept.",
    query: ["name"],
    sent: { type: "application/octet-stream" },
    status: 200,
    answers: { "application/json": z.strictObject({ items: list(checkedFileView) }) },
  },
  {
    method: "get",
    path: "/files/{file}/bytes",
    tag: "Files",
    summary: "The very bytes of a file.",
    status: 200,
    answers: bytes,
  },
  {
    method: "get",
    path: "/outbound/{outbound}/bytes",
    tag: "Outbound",
    summary: "The very bytes of an outbound file or e-mail.",
    status: 200,
    answers: bytes,
  },
  {
    method: "get",
    path: "/jobs",
    tag: "Jobs",
    summary: "What runs in the background, and what ran, without what came of each item.",
    status: 200,
    answers: { "application/json": z.strictObject({ items: list(jobView) }) },
  },
  {
    method: "get",
    path: "/jobs/{job}",
    tag: "Jobs",
    summary: "How far a job is, and what came of each item.",
    status: 200,
    answers: job,
  },
  {
    method: "post",
    path: "/jobs/{job}/stops",
    tag: "Jobs",
    summary: "Ends a job before its next item.",
    status: 200,
    answers: job,
  },
  {
    method: "post",
    path: "/sessions",
    tag: "Access",
    summary: "Logs in, by name and password or by the code of a link, and sets the cookie.",
    sent: {
      type: "application/json",
      form: z.union([
        z.strictObject({ name: z.string(), password: z.string() }),
        z.strictObject({ code: z.string() }),
      ]),
    },
    status: 201,
    answers: { "application/json": session },
  },
  {
    method: "delete",
    path: "/sessions/current",
    tag: "Access",
    summary: "Ends the log-in of this cookie.",
    status: 204,
    answers: {},
  },
];
