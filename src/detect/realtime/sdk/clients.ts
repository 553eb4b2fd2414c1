import type * as t from "@babel/types";
import { keyName, unwrap, type Node } from "../../../syntax/node.ts";
import type { SourceModule } from "../../../syntax/sourceModule.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { credentialRemarks } from "./credentials.ts";
import { functionOf, instancesIn, type Instance } from "../instances.ts";
import { siteOf, type Remark } from "../observe.ts";
import { uncheckedProvider } from "./tokenProviders.ts";

const CONTRACT = "metered-realtime";
const NOT_SEEN = "the object is made where no statement can follow; register the listener where it is kept";

/** What the planner knows of a client or peer that is made: what nobody listens for. */
export interface ClientDetail {
  readonly instance: Instance;
  readonly role: "client" | "peer";
  /** For a peer, which of its two events nobody hears. */
  readonly unheard: readonly string[];
}

/** The patterns that the making of a client or peer shows: S5 to S8, S16, S12. */
export function clients({ tracer }: FateFinder, module: SourceModule): readonly Site[] {
  return instancesIn(tracer, module, CONTRACT, ["client", "peer"]).flatMap((instance) => {
    const role = instance.value.role === "peer" ? "peer" : "client";
    const name = role === "peer" ? "new MeteredPeer" : "new SignallingClient";
    const hears = (event: string) => instance.listeners.some((listener) => listener.event === event);
    const remark = (
      rule: string,
      node: Node,
      message: string,
      advice: string,
      events: readonly string[] = [],
    ): Remark => ({
      contract: CONTRACT,
      rule,
      name,
      node,
      module,
      message,
      advice,
      detail: { instance, role, unheard: events } satisfies ClientDetail,
      trace: instance.value.trace,
    });
    const options = optionsOf(instance);
    const provider = options && propertyOf(options, "tokenProvider");
    const found: Remark[] = [];
    if (!instance.escapes) found.push(...missingListeners());
    if (provider) {
      const fn = functionOf(tracer, provider, module);
      const unchecked = fn && fn.module === module ? uncheckedProvider(fn.fn, module) : null;
      if (unchecked)
        found.push({
          ...remark(
            "unchecked-token-provider",
            unchecked.request,
            "The token request's answer is not checked: an error page becomes an empty token, and the client reconnects for ever.",
            "check the status and that there is a token, and throw where not",
          ),
          detail: unchecked,
        });
    }
    const key = options && propertyOf(options, "apiKey");
    for (const one of key ? credentialRemarks(tracer, key, instance.node, module) : [])
      found.push({
        ...remark("unchecked-credential", one.node, one.message, one.advice),
        detail: one.detail,
      });
    return found.map(siteOf);

    function missingListeners(): readonly Remark[] {
      const missing: Remark[] = [];
      if (role === "client" && !hears("server-error"))
        missing.push(
          remark(
            "server-error-unheard",
            instance.node,
            "Nobody listens for `server-error`: an error frame that answers no request is lost.",
            NOT_SEEN,
          ),
        );
      const events = role === "peer" ? ["error", "left"] : ["disconnected"];
      // Whoever follows the state hears the end, too.
      const silent = events.filter((event) => !hears(event) && (event === "error" || !hears("state-change")));
      if (silent.length > 0)
        missing.push(
          remark(
            "disconnect-unheard",
            instance.node,
            `Nobody listens for ${silent.map((event) => `\`${event}\``).join(" and ")}: after a kick or a suspension the application looks alive.`,
            NOT_SEEN,
            silent,
          ),
        );
      if (provider && role === "client" && !hears("token-provider-error"))
        missing.push(
          remark(
            "unchecked-token-provider",
            instance.node,
            "Nobody listens for `token-provider-error`: without a token the client reconnects for ever.",
            NOT_SEEN,
          ),
        );
      return missing;
    }
  });
}

function optionsOf({ node }: Instance): t.ObjectExpression | null {
  const [first] = node.arguments as readonly (Node | undefined)[];
  const options = first && unwrap(first);
  return options?.type === "ObjectExpression" ? options : null;
}

function propertyOf(options: t.ObjectExpression, name: string): Node | null {
  for (const property of options.properties) {
    if (property.type === "SpreadElement" || keyName(property) !== name) continue;
    return property.type === "ObjectProperty" ? property.value : property;
  }
  return null;
}
