/*
 * Node's HTTP modules, asked of the process and not imported: a module that imports `node:http` has the client of
 * `fetch` loaded with it, which costs a tenth of a start and some megabytes, and which nothing of Busbar uses.
 */

/** The module `node:http`. */
export const http = process.getBuiltinModule("node:http");

/** The module `node:https`. */
export const https = process.getBuiltinModule("node:https");
