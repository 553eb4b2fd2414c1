/** How grave a finding is; `error` is what `--fail-on` stops at by default. */
export type Severity = "error" | "warning" | "info";

/**
 * How much a rewrite may change (semantics.md, section 3).
 * `safe`: same behaviour on success, and on failure the error reaches whoever it reached before.
 * `review`: behaviour on failure changes for the better. `manual`: shown, never applied.
 */
export type Safety = "safe" | "review" | "manual";

/** A published text that a claim of a contract rests on. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** A branch of the emitted error handling that tells one status from the others. */
export interface StatusBranch {
  readonly status: number;
  /** What the log line says instead of "<call> failed". */
  readonly message: string;
}

/** One function of a package whose failure somebody must handle. */
export interface ContractFunction {
  /** The method's name, for example `trigger`. */
  readonly name: string;
  /** The postcondition id of the rule that its failure breaks, without the contract's name. */
  readonly rule: string;
  /** What the call did not achieve when it fails; ends the sentence "when it fails, …". */
  readonly consequence: string;
  /** Appended to the log line between the call and the colon; empty for most. */
  readonly logNote?: string;
  /** Statuses that deserve their own words in the log. */
  readonly branches?: readonly StatusBranch[];
  /** The rule where the failure leaves the function that awaits or returns the call, where that is another one. */
  readonly awaitedRule?: string;
}

/** What may be done after a failure: nothing but a fix, another key, something else first, once more, after a while, again with backoff. */
export type RetryClass = "never" | "config" | "auth" | "state" | "maybe" | "quota" | "backoff";

/** An error code, a close code, a status or an event by which a service tells of a failure. */
export interface Signal {
  readonly kind: "error code" | "close code" | "HTTP status" | "rejection" | "event" | "status";
  readonly name: string;
  readonly meaning: string;
  readonly retry: RetryClass;
  /** What generated code does, or a person should do. */
  readonly reaction: string;
}

/** Another specifier under which a package's values are imported. */
export interface Entry {
  /** The role of the whole module. */
  readonly role: string;
  readonly types: Readonly<Record<string, string>>;
}

/** One failure mode, as users name it on the command line: `<contract>/<id>`. */
export interface Rule {
  readonly id: string;
  readonly contract: string;
  /** The highest severity a finding of this rule can have. */
  readonly severity: Severity;
  /** One sentence: what can fail. */
  readonly summary: string;
  /** What the service's users see in production when nobody handles it. */
  readonly inProduction: string;
  /** What a caller has to do. */
  readonly handling: string;
  /** The names of the functions that it covers. */
  readonly functions: readonly string[];
  /** What the rewrite is by default; `safe` where it is not set. */
  readonly safety?: Safety;
  /** When the rewrite is not `safe`. */
  readonly notSafeWhen: string;
  readonly before: string;
  readonly after: string;
  readonly sources: readonly Source[];
  /** The pattern's mark in the facts: `R1`, `S5`, `B3`. */
  readonly pattern?: string;
  /** The codes, statuses and events that the rule is about. */
  readonly signals?: readonly Signal[];
}

/**
 * What a value of a package is: `roles` form a small graph that the tracer walks.
 * For pusher: `module` --default--> `class` --new--> `instance`; `class` --forURL()--> `instance`.
 */
export interface Role {
  /** Properties that are themselves of a role. */
  readonly members?: Readonly<Record<string, string>>;
  /** The role of what `new` on it gives. */
  readonly constructs?: string;
  /** The role of what a call of it gives. */
  readonly returns?: string;
  /** Methods that give a role, by name (`forURL` → `instance`). */
  readonly methods?: Readonly<Record<string, string>>;
  /** True where the contract's functions are methods of this role. */
  readonly hasFunctions?: boolean;
  /** Stands before the names of the contract's functions where they are methods of this role: `agent.` for `agent.get`. */
  readonly prefix?: string;
  /** Each one that is made is told from the others: listeners belong to one of them. */
  readonly isInstance?: boolean;
  /** Any other method gives it again: `superagent.agent().set("Cookie", cookie)`. */
  readonly chains?: boolean;
  /** It is called itself to make a request: `superagent("POST", url)`, `superagent(url)`. */
  readonly isRequestCall?: boolean;
}

/** A package whose functions give a request that is only sent when somebody waits for it, or pipes it. */
export interface RequestModel {
  /** The role of what the request resolves to. */
  readonly response: string;
  /** The method that sends it and takes a callback `(error, response)`. */
  readonly callback: string;
  /** The method, of the request and by mistake of the response, that streams the body. */
  readonly pipe: string;
  readonly pipeRule: string;
  readonly responsePipeRule: string;
}

/** What a handler of a request has to tell from other failures, and when. */
export interface Distinction {
  /** The rule, without the contract's name, that a handler breaks which does not tell. */
  readonly rule: string;
  /** Methods in the request's chain that make the failure possible; empty where the function alone does. */
  readonly methods: readonly string[];
  /** Functions that it holds for. */
  readonly functions: RegExp;
  /** What in a handler's text shows that it tells. */
  readonly evidence: RegExp;
  /** The test in the emitted handler, on the fields of the error. */
  readonly test: string;
  /** The fields of the error that test and log need. */
  readonly fields: readonly string[];
  /** Fields that a handler does not read but to tell. */
  readonly tellingFields: readonly string[];
  /** What the log line says instead of "<call> failed". */
  readonly message: string;
  /** Ends "its handler does not tell …". */
  readonly what: string;
}

/** How an error of the SDK is told from others. */
export interface ErrorClass {
  /** The class's name as a property of the SDK's class: `Pusher.RequestError`. */
  readonly member: string;
  /** The errors' `name`, for code that cannot reach the class. */
  readonly name: string;
  /** The first version whose types declare the class. */
  readonly typedSince: string;
}

/** A package, what of it can fail, and how to recognise its values. Data only. */
export interface Contract {
  readonly name: string;
  readonly package: string;
  readonly title: string;
  /** semver range that the contract speaks of; a project wholly outside of it is skipped. */
  readonly versions: string;
  /** Types that the package exports, by exported name, and the role of a value so annotated. */
  readonly types: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, Role>>;
  /** Absent where errors of the SDK are told by their fields alone. */
  readonly errorClass?: ErrorClass;
  /** Further specifiers of the same product: other names and subpaths. */
  readonly entries?: Readonly<Record<string, Entry>>;
  /** A `new WebSocket(url)` whose URL leads to this host has that role; its files are found by the host's name. */
  readonly sockets?: { readonly host: string; readonly role: string };
  /** Its functions only ever reject: no call throws at once. */
  readonly neverThrows?: boolean;
  /** Its SDK is made for browsers, where a script has no exit code. */
  readonly runsInBrowser?: boolean;
  /** The fields of an error that handlers log, where no class tells it; `status`, `code` and `message` where not set. */
  readonly errorFields?: readonly string[];
  /** A function of the contract's helper file that reads the status out of an error, whose message may hold the server's answer. */
  readonly statusHelper?: string;
  readonly requests?: RequestModel;
  readonly distinctions?: readonly Distinction[];
  /** What the type checker is told of the package: `declare module "…"`, its classes without their details. */
  readonly declarations: string;
  readonly functions: readonly ContractFunction[];
  readonly rules: readonly Rule[];
}
