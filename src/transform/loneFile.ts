import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Manifest, ModuleGraph, Resolution } from "../resolve/moduleGraph.ts";

/** One file on its own: other files of the project are not looked at, packages are known by their names. */
export class LoneFile implements ModuleGraph {
  readonly #file: string;
  readonly #text: string;
  #manifest: Manifest | null | undefined;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  resolve(specifier: string): Resolution {
    if (/^[./#~]|^@\//.test(specifier)) return { kind: "unknown" };
    const [scope = "", second = "", ...rest] = specifier.split("/");
    const isScoped = scope.startsWith("@");
    const name = isScoped ? `${scope}/${second}` : scope;
    return {
      kind: "package",
      name,
      subpath: (isScoped ? rest : [second, ...rest]).filter((part) => part !== "").join("/"),
    };
  }

  read(file: string): string | null {
    return file === this.#file ? this.#text : null;
  }

  importersOf(): readonly string[] {
    return [];
  }

  isTest(): boolean {
    return false;
  }

  importsOf(): readonly string[] {
    return [];
  }

  manifestOf(): Manifest | null {
    if (this.#manifest === undefined) this.#manifest = nearestManifest(dirname(resolve(this.#file)));
    return this.#manifest;
  }
}

function nearestManifest(folder: string): Manifest | null {
  for (let dir = folder; ; dir = dirname(dir)) {
    try {
      const raw = JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) as Record<
        string,
        Record<string, string> | undefined
      >;
      const dependencies = { ...raw["peerDependencies"], ...raw["devDependencies"], ...raw["dependencies"] };
      return {
        dir,
        name: null,
        isPrivate: true,
        hasPublicEntry: false,
        type: "commonjs",
        dependencies,
        entryFiles: [],
      };
    } catch {
      if (dirname(dir) === dir) return null;
    }
  }
}
