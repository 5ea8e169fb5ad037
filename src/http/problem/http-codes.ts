/** What is refused before anything is asked of the installation, by its code. */
export const httpCodes = {
  NO_SUCH_ADDRESS: { status: 404, title: "There is nothing at this address" },
  WRONG_METHOD: { status: 405, title: "This address does not take that method" },
  NOT_LOGGED_IN: { status: 401, title: "Nobody is logged in, and no token was given" },
  NOT_ALLOWED: { status: 403, title: "Your role does not include this" },
  CROSS_SITE: { status: 403, title: "The request comes from a page of another site" },
  IN_CLEAR: { status: 403, title: "The connection is not encrypted" },
  UNKNOWN_HOST: { status: 421, title: "The request is for another host" },
  TOO_LARGE: { status: 413, title: "The request has too many bytes" },
  TOO_MANY: { status: 429, title: "Too many requests" },
  TOO_SLOW: { status: 503, title: "The answer took too long" },
  TOO_BUSY: { status: 503, title: "Too many requests wait already" },
  BAD_REQUEST: { status: 400, title: "The request cannot be read" },
  KEY_REUSED: { status: 422, title: "The key was used for something else" },
  KEY_BUSY: { status: 409, title: "The same is being done" },
  OTHER_VERSION: { status: 412, title: "It has changed since" },
  OTHER_SET: { status: 409, title: "The set has changed since" },
  FAULT: { status: 500, title: "A mistake in Busbar" },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;

/** The code of what is refused before anything is asked of the installation. */
export type HttpCode = keyof typeof httpCodes;
