import { findFunction } from "../contracts/index.ts";
import { calleeText } from "../resolve/members.ts";
import { chainMethods } from "./distinctions.ts";
import type { CallbackKind } from "./endCallbacks.ts";
import type { Site } from "./site.ts";

/** One sentence: what can fail here, and what happens then. */
export function messageOf(site: Site): string {
  return site.observed?.message ?? messageOfRequest(site) ?? messageOfPromise(site);
}

function messageOfPromise(site: Site): string {
  const fn = findFunction(site.contract, site.name);
  const call = sdkName(site);
  const own = calleeText(site.call, site.module);
  const what =
    site.via === "direct" || own === call ? call : `${calleeText(site.call, site.module)} (${call})`;
  const consequence = site.banFlow
    ? "the user stays connected, although the application takes them for thrown out (a security hole that nobody sees)"
    : (fn?.consequence ?? "nothing was done");
  return `When ${what} fails, ${consequence}${afterwards(site)}.`;
}

function afterwards(site: Site): string {
  switch (site.fate.ending) {
    case "nowhere":
      return site.fate.here === "lost"
        ? ", and nobody holds its promise: the unhandled rejection can end the process"
        : ", and nobody catches it: the unhandled rejection can end the process";
    case "express":
      return ", and Express 4 does not see the rejection: the request hangs, and the process can end";
    case "outside":
      return ", and no code of this project catches it";
    case "framework":
      return ": the user gets an error after the work was done, later steps are skipped, and nobody logged why";
    case "silent-drop":
      return ", and the failure is swallowed without a word";
    case "caller":
    case "contained":
      return "; its caller handles that";
  }
}

/** The SDK's own name for a call: `pusher.trigger`, `superagent.get`, `agent.get`. */
function sdkName({ contract, value }: Site): string {
  return value.name.includes(".") ? value.name : `${contract}.${value.name}`;
}

/** What only requests can be: piped, never sent, given a callback that looks away; null for all others. */
function messageOfRequest(site: Site): string | null {
  const { fate, lack } = site;
  const call = sdkName(site);
  if (lack) return `${call} has a handler that does not tell ${lack.what}.`;
  if (fate.isUnsent) return `${call} is never sent: nothing awaits it, chains to it, ends it or pipes it.`;
  if (fate.isSentTwice) return `${call} is sent twice, by its callback and as a promise.`;
  if (fate.isUpload)
    return `When ${call} fails, which a stream is piped into, its \`error\` event ends the process.`;
  if (fate.pipe) return messageOfPipe(site, call);
  const how = fate.callback ? CALLBACKS[fate.callback.kind] : null;
  return how === null ? null : `When ${call} fails, ${how}.`;
}

const CALLBACKS: Readonly<Record<CallbackKind, string | null>> = {
  handles: null,
  missing: "nobody is told: it is sent without a callback",
  silent: "nobody is told: its callback does not look at the error",
  unguarded:
    "its callback uses a response that is not there before it looks at the error: a TypeError that nobody catches",
  throws: "its callback throws the error, where nobody can catch it: the process ends",
  misnamed:
    "its callback takes the error for the response: the first parameter is the error, null on success",
};

function messageOfPipe(site: Site, call: string): string {
  const { fate, rule } = site;
  if (rule === "pipe-cannot-be-mixed-with-promise")
    return fate.isMixed
      ? `${call} is awaited and piped: a request can only be one of them, and the second throws.`
      : `The response of ${call} is piped: from superagent 4 on that throws, before it writes nothing.`;
  const request = site.request ?? site.call;
  const stall = chainMethods(request, site.module).has("timeout")
    ? ""
    : "; no timeout is set, so a server that stalls keeps it open for ever";
  return fate.isPartial
    ? `${call} is piped with listeners that miss some failures: a reset in the body ends the process, an error page passes for the content${stall}.`
    : `${call} is piped, and its failure is no rejection: a refused connection leaves the destination open, an error page passes for the content, a reset in the body ends the process${stall}.`;
}
