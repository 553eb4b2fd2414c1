import type { SourceModule } from "../../syntax/sourceModule.ts";

/** One name that the new module imports. `name` is "default", "*", "=" (`module.exports`, `export =`) or an export's. */
export interface ImportedName {
  readonly specifier: string;
  readonly name: string;
  readonly local: string;
  /** Written as `import x = require()`, because the project writes it so. */
  readonly isEquals?: boolean;
  readonly isType?: boolean;
}

/** Something of the project's own that the new module uses. */
export interface Wired {
  readonly imports: readonly ImportedName[];
  /** Code that gives it; may hold `await`. */
  readonly expression: string;
  /** It may be null or undefined. */
  readonly isNullable?: boolean;
  /** Declarations that the expression needs. */
  readonly setup?: string;
}

/** How the new module gets at the Pusher client, and the module that is its model in style; or why it cannot. */
export type FoundPusher =
  { readonly wired: Wired; readonly module: SourceModule } | { readonly reason: string };
