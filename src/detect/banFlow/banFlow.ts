import type { Endpoint } from "./endpoints.ts";
import type { Flow } from "./flows.ts";

/** `unasked`: the ban is written down, and an endpoint does not ask for it. */
export type Lack = Exclude<Flow["verdict"], "blocked"> | "unasked";

/** A place where users are thrown out, and the auth endpoints that are to keep them out. */
export interface BanFlow {
  readonly flow: Flow;
  readonly endpoints: readonly Endpoint[];
  /** What is left to be done before the terminate, so that the user stays out; null where that is done. */
  readonly lacks: Lack | null;
}

/** What a planner needs of an unguarded endpoint. */
export interface UnguardedEndpoint {
  readonly endpoint: Endpoint;
  /** All endpoints of the application. */
  readonly all: readonly Endpoint[];
}
