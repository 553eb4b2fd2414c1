import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What this package's own package.json says of it. */
export interface OwnManifest {
  readonly version: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
}

/** The version of this package. */
export function toolVersion(): string {
  return readOwnManifest().version;
}

/** This package's own package.json; the file stands one folder deeper when it is compiled. */
export function readOwnManifest(): OwnManifest {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const file = join(folder, "package.json");
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Partial<OwnManifest> & { name?: string };
    if (manifest.name === "sadpath" && manifest.version !== undefined)
      return { ...manifest, version: manifest.version };
  }
  return { version: "0.0.0" };
}
