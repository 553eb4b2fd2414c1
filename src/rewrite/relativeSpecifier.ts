/** The specifiers of the relative imports and requires in a text. */
export function relativeSpecifiers(text: string): readonly string[] {
  return [...text.matchAll(/(?:\bfrom\s*|\brequire\(\s*|\bimport\(\s*|\bimport\s+)["'](\.[^"']*)["']/g)].map(
    ([, specifier]) => specifier ?? "",
  );
}

/**
 * The relative specifier of a file as seen from another: with an extension where the project's other imports have one
 * or Node needs it.
 */
export function relativeSpecifier(
  from: string,
  to: string,
  others: readonly string[],
  type: "module" | "commonjs" | undefined,
): string {
  const source = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < source.length && source[shared] === target[shared]) shared++;
  const up = source.length - shared;
  const path = `${up === 0 ? "./" : "../".repeat(up)}${target.slice(shared).join("/")}`;
  const stem = path.replace(/\.[cm]?[jt]sx?$/, "");
  const extension = others.map((one) => /\.[cm]?[jt]sx?$/.exec(one)?.[0]).find((one) => one !== undefined);
  if (extension?.includes("t") === true) return path;
  if (extension !== undefined) return stem + (/\.(m|c)[jt]s$/.test(path) ? `.${path.at(-3)}js` : ".js");
  const isNode = /\.[mc][jt]s$/.test(path) || (path.endsWith(".js") && type === "module");
  return isNode && others.length === 0 ? path.replace(/ts$/, "js") : stem;
}
