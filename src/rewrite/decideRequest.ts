import type { Site } from "../detect/site.ts";
import type { Distinction } from "../model/contract.ts";
import { isFunction, unwrap } from "../syntax/node.ts";
import { decideCallback } from "./decideCallback.ts";
import { declined, type Intent } from "./intent.ts";

/** A handler that treats all failures alike gets a branch. */
function tellApart(site: Site, distinction: Distinction): Intent {
  const handler = site.fate.handler && unwrap(site.fate.handler);
  const why = "the existing handler gets one more branch";
  if (!handler || site.fate.module !== site.module)
    return declined(site, "its handler stands in another file");
  const param =
    handler.type === "CatchClause" ? handler.param : isFunction(handler) ? handler.params[0] : null;
  if (param && param.type !== "Identifier") return declined(site, "its handler takes the error apart");
  return {
    sites: [site],
    form: { kind: "tell", handler, distinction, isCallback: site.fate.callback !== undefined },
    tail: "nothing",
    handler: null,
    safety: "review",
    title: `tell ${distinction.what}`,
    reason: why,
  };
}

/** What only requests need, which are sent when somebody waits for them; null where they are like any promise. */
export function decideRequest(site: Site): Intent | null {
  const { fate } = site;
  if (site.lack) return tellApart(site, site.lack);
  if (fate.isUnsent)
    return declined(
      site,
      "nothing sends it: a request needs `await`, `.then`, `.end` or `.pipe`, and a handler would start sending it",
    );
  if (fate.isSentTwice)
    return declined(site, "it is sent twice, by its callback and as a promise: one has to go");
  if (fate.isUpload)
    return declined(site, "a stream is piped into it: its failure is an `error` event on the request");
  if (fate.callback) return decideCallback(site, fate.callback);
  if (site.isRequest && fate.disposition === "stored" && fate.here === "leaves" && !fate.carrier)
    return declined(site, "it is kept where other code may send it, and a handler would send it here");
  if (fate.disposition === "passed" && fate.here === "lost" && !fate.carrier)
    return declined(site, "it is handed to code that may send it, and a handler would send it here");
  return null;
}
