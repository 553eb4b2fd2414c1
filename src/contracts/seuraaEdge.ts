import type { Contract } from "../model/contract.ts";
import { patternRules } from "./patternRule.ts";
import { backendRules, browserRules } from "./seuraa/rules.ts";

const ERRORS = { title: "Seuraa Edge, errors", url: "https://docs.seuraa.app/docs/errors/" };
const BROWSER = { title: "Seuraa Edge, browser SDK", url: "https://docs.seuraa.app/docs/browser-sdk/" };
const BACKEND = { title: "Seuraa Edge, backend SDK", url: "https://docs.seuraa.app/docs/backend-sdk/" };

/** `Client` is three things under four specifiers; its members tell which, and none of them is in two (facts, section 4). */
const TYPES = { Client: "client", EdgeChannel: "channel" } as const;
const ENTRY = { role: "module", types: TYPES } as const;

/** Seuraa Edge, browser and backend. Facts: shared/facts/seuraa-edge.md; documentation only, its packages are not public. */
export const seuraaEdge: Contract = {
  name: "seuraa-edge",
  package: "@seuraa/edge",
  title: "Seuraa Edge",
  versions: "*",
  types: TYPES,
  entries: {
    "@seuraa/edge/browser": ENTRY,
    "@seuraa/edge/backend": ENTRY,
    "@seuraa/edge-node": ENTRY,
  },
  neverThrows: true,
  errorFields: ["message"],
  statusHelper: "edgeHttpStatus",
  roles: {
    module: { members: { default: "module", Client: "class" } },
    class: { constructs: "client" },
    client: { methods: { channel: "channel" }, members: { channels: "channels", auth: "auth" } },
    channel: { isInstance: true },
    channels: { hasFunctions: true, prefix: "edge.channels." },
    auth: { hasFunctions: true, prefix: "edge.auth." },
  },
  declarations: `declare module "@seuraa/edge" {
  class EdgeChannel { [name: string]: any }
  class Client { constructor(options: object); channel(name: string): EdgeChannel; channels: any; auth: any }
}`,
  functions: [
    {
      name: "edge.channels.publish",
      rule: "floating-promise",
      awaitedRule: "unguarded-await",
      consequence: "the event is not delivered",
    },
    {
      name: "edge.channels.presence",
      rule: "floating-promise",
      awaitedRule: "unguarded-await",
      consequence: "nobody knows who is there",
    },
    {
      name: "edge.auth.revoke",
      rule: "swallowed-revocation",
      consequence: "the token still works",
      logNote: ", the token still works",
    },
  ],
  rules: [
    ...patternRules("seuraa-edge", [ERRORS, BROWSER], browserRules),
    ...patternRules("seuraa-edge", [ERRORS, BACKEND], backendRules),
  ],
};
