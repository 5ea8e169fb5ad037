import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import { isHungUp, noNetwork } from "../channel-error.ts";
import { errorOnOneLine } from "./error-on-one-line.ts";

/** Why there is no connection to a mail server, and what to look at. */
export function sayConnect(error: unknown): string {
  if (errorCode(error) === "ECONNREFUSED" || /ECONNREFUSED/.test(errorMessage(error)))
    return "it refuses the connection; is it up, and the port right?";
  if (errorCode(error) === "EAFNOSUPPORT" || /EAFNOSUPPORT/.test(errorMessage(error)))
    return noNetwork;
  if (isHungUp(error))
    return 'it closed the connection without a word. Are the port and "tls" right? If so, it may not take this machine\'s address, or have too many connections';
  const text = errorOnOneLine(error);
  if (/certificate/i.test(text))
    return `${text}; if it is the right server, name its authority in "ca"`;
  return errorCode(error) === "ETLS" ? `${text}; is "tls" right?` : text;
}
