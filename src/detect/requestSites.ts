import { requestModel } from "../resolve/requests.ts";
import { isCall, isFunction, unwrap, type Node } from "../syntax/node.ts";
import { distinctionsOf, lacks } from "./distinctions.ts";
import type { FateFinder } from "./fate.ts";
import { isRequestIn } from "./requestFates.ts";
import { hasErrorListener } from "./pipeListeners.ts";
import type { Site } from "./site.ts";

/** The site of a request that is piped: the call that pipes it. */
export function pipeSite(site: Site, pipe: Node): Site {
  const model = requestModel(site.contract);
  if (!model || !isCall(pipe)) return site;
  return {
    ...site,
    call: pipe,
    name: model.pipe,
    via: "direct",
    rule: site.fate.isMixed ? model.responsePipeRule : model.pipeRule,
    request: site.call,
  };
}

/** What the handler of a request does not tell, one site for each. */
export function lackingSites(site: Site, fates: FateFinder): readonly Site[] {
  const { fate, call, contract, name, module } = site;
  if (site.via === "opaque" || fate.here !== "handled" || !fate.handler || fate.module !== module) return [];
  // A listener on the request is told of the error too, whatever the callback says of it.
  if (fate.callback && hasErrorListener(call, module, isRequestIn(fates, module))) return [];
  const handler = unwrap(fate.handler);
  if (handler.type !== "CatchClause" && !isFunction(handler)) return [];
  return distinctionsOf(contract, name, call, module)
    .filter((distinction) => lacks(distinction, handler, module))
    .map((lack): Site => ({ ...site, lack, rule: lack.rule }));
}
