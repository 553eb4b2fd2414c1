const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const DECLARATION = /\.d\.(?:[^./]+\.)?[cm]?ts$/;
const MINIFIED = /[.-]min\.[cm]?js$/;
const FOREIGN_FOLDER = /(?:^|\/)(?:node_modules|bower_components|jspm_packages|\.git|\.yarn)\//;

/** What a file is to us, by its name alone (relative to the root). */
type NameKind = "source" | "minified" | "other";

/** Tells source files from declarations, minified bundles, packages of others and everything else. */
export function kindOfName(relativePath: string): NameKind {
  if (!SOURCE.test(relativePath) || DECLARATION.test(relativePath)) return "other";
  if (FOREIGN_FOLDER.test(relativePath) || relativePath.endsWith(".pnp.cjs")) return "other";
  return MINIFIED.test(relativePath) ? "minified" : "source";
}

/** True for the extensions of TypeScript files. */
export function isTypeScript(file: string): boolean {
  return /\.(?:[cm]?ts|tsx)$/.test(file);
}
