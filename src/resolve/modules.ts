import { openModule, type SourceModule } from "../syntax/sourceModule.ts";
import type { ModuleGraph } from "./moduleGraph.ts";

/** Opens modules once, and lets a file be looked at as if it already had another text. */
export class Modules {
  readonly graph: ModuleGraph;
  readonly #overlays: ReadonlyMap<string, SourceModule>;
  readonly #opened: Map<string, SourceModule | null>;

  constructor(
    graph: ModuleGraph,
    overlays: ReadonlyMap<string, SourceModule> = new Map(),
    opened = new Map<string, SourceModule | null>(),
  ) {
    this.graph = graph;
    this.#overlays = overlays;
    this.#opened = opened;
  }

  /** The module of a file; null where it cannot be read or parsed. */
  get(file: string): SourceModule | null {
    const overlay = this.#overlays.get(file);
    if (overlay) return overlay;
    let module = this.#opened.get(file);
    if (module === undefined) this.#opened.set(file, (module = this.#open(file)));
    return module;
  }

  /** The same modules, but with other texts for some files. */
  withOverlays(modules: readonly SourceModule[]): Modules {
    const overlays = new Map(this.#overlays);
    for (const module of modules) overlays.set(module.file, module);
    return new Modules(this.graph, overlays, this.#opened);
  }

  /** How many files were parsed so far. */
  get parsed(): number {
    let count = 0;
    for (const module of this.#opened.values()) if (module) count++;
    return count;
  }

  #open(file: string): SourceModule | null {
    const text = this.graph.read(file);
    if (text === null) return null;
    try {
      return openModule(text, file);
    } catch {
      // Who needs this file's findings reports the syntax error; for others it is a module of unknown exports.
      return null;
    }
  }
}
