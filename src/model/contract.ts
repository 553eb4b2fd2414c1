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
  readonly errorClass: ErrorClass;
  /** What the type checker is told of the package: `declare module "…"`, its classes without their details. */
  readonly declarations: string;
  readonly functions: readonly ContractFunction[];
  readonly rules: readonly Rule[];
}
