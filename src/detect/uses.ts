import { isMember, keyName, memberName, unwrap, type FunctionNode, type Node } from "../syntax/node.ts";
import { bindingOf, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Binding } from "../syntax/scope.ts";
import type { Evaluator } from "../resolve/evaluator.ts";
import { accessesOf, importSpecifier } from "./access.ts";

/** A place where a function of the project is mentioned by a name: called, or handed on. */
export interface Use {
  readonly node: Node;
  readonly module: SourceModule;
}

const MAX_MODULES = 4000;

/** Finds where functions of the project are used, in their own module and in those that import it. */
export class Uses {
  readonly #tracer: Evaluator;
  readonly #found = new Map<FunctionNode, readonly Use[]>();
  readonly #importers = new Map<string, readonly string[]>();

  constructor(tracer: Evaluator) {
    this.#tracer = tracer;
  }

  /** Every mention of a function by one of its names. */
  of(fn: FunctionNode, module: SourceModule): readonly Use[] {
    let found = this.#found.get(fn);
    if (!found) {
      this.#found.set(fn, []);
      this.#found.set(fn, (found = this.#find(fn, module)));
    }
    return found;
  }

  #find(fn: FunctionNode, module: SourceModule): readonly Use[] {
    const names = namesOf(fn, module);
    const found = new Map<Node, Use>();
    for (const name of names.local) {
      for (const reference of name.references)
        if (!isWriteTarget(reference, module)) found.set(reference, { node: reference, module });
    }
    const candidates = names.isShared ? [module.file, ...this.#importersOf(module.file)] : [module.file];
    for (const file of candidates) {
      const text = this.#tracer.modules.graph.read(file);
      const isOwn = file === module.file;
      if (
        text === null ||
        (!isOwn && !names.hasDefault && !names.properties.some((name) => text.includes(name)))
      )
        continue;
      const other = isOwn ? module : this.#tracer.modules.get(file);
      if (other) this.#findIn(other, fn, names.properties, found, new Set(isOwn ? [] : candidates));
    }
    return [...found.values()];
  }

  #findIn(
    module: SourceModule,
    fn: FunctionNode,
    names: readonly string[],
    found: Map<Node, Use>,
    sources: ReadonlySet<string>,
  ): void {
    const isOwn = sources.size === 0;
    const index = accessesOf(module);
    const means = (node: Node) =>
      this.#tracer.evaluate(node, module).some((v) => v.kind === "function" && v.node === fn);
    for (const name of names) {
      for (const member of index.members.get(name) ?? [])
        if (!isWriteTarget(member, module) && means(member)) found.set(member, { node: member, module });
    }
    for (const required of isOwn ? [] : index.requires)
      if (means(required)) found.set(required, { node: required, module });
    const bindings = new Set([
      ...names.flatMap((name) => index.bindings.get(name) ?? []),
      ...(isOwn ? [] : index.imports.filter((binding) => this.#mayLead(binding, module, sources))),
    ]);
    for (const binding of bindings) {
      if (!this.#tracer.binding(binding, module).some((v) => v.kind === "function" && v.node === fn))
        continue;
      for (const reference of binding.references)
        if (!isWriteTarget(reference, module)) found.set(reference, { node: reference, module });
    }
  }

  /** Whether an import could give the function: it comes from its file, or from one that imports that. */
  #mayLead(binding: Binding, module: SourceModule, sources: ReadonlySet<string>): boolean {
    const specifier = importSpecifier(binding.declaration, module);
    if (specifier === null) return true;
    const target = this.#tracer.modules.graph.resolve(specifier, module.file);
    return target.kind === "file" && sources.has(target.file);
  }

  /** All files that import a file, directly or through others. */
  #importersOf(file: string): readonly string[] {
    const known = this.#importers.get(file);
    if (known) return known;
    const seen = new Set([file]);
    const queue = [file];
    for (let next = queue.shift(); next !== undefined && seen.size < MAX_MODULES; next = queue.shift()) {
      for (const importer of this.#tracer.modules.graph.importersOf(next)) {
        // A test calls what it tests; who calls it in earnest decides.
        if (seen.has(importer) || this.#tracer.modules.graph.isTest(importer)) continue;
        seen.add(importer);
        queue.push(importer);
      }
    }
    seen.delete(file);
    const importers = [...seen];
    this.#importers.set(file, importers);
    return importers;
  }
}

interface Names {
  readonly local: readonly Binding[];
  readonly properties: readonly string[];
  readonly hasDefault: boolean;
  /** Whether another module could mention it at all. */
  readonly isShared: boolean;
}

/** The names under which a function can be reached: its own, its variable's, its property's or its method's. */
function namesOf(fn: FunctionNode, module: SourceModule): Names {
  const local: Binding[] = [];
  const properties: string[] = [];
  let hasDefault = false;
  let isShared = false;
  const addBinding = (identifier: Node) => {
    const binding = bindingOf(module, identifier);
    if (!binding) return;
    local.push(binding);
    properties.push(binding.name);
    const scope = binding.scope;
    isShared ||= scope.parent === null || binding.references.length > 0;
  };
  if (fn.type === "FunctionDeclaration" && fn.id) addBinding(fn.id);
  if (fn.type === "ObjectMethod" || fn.type === "ClassMethod" || fn.type === "ClassPrivateMethod") {
    const name = keyName(fn);
    if (name !== null) properties.push(name);
    isShared = true;
  }
  for (
    let at: Node = fn, place = placeOf(module, at);
    place;
    at = place.parent, place = placeOf(module, at)
  ) {
    const { parent, key } = place;
    if (parent.type === "VariableDeclarator" && key === "init" && parent.id.type === "Identifier")
      addBinding(parent.id);
    else if (
      (parent.type === "ObjectProperty" ||
        parent.type === "ClassProperty" ||
        parent.type === "ClassPrivateProperty") &&
      key === "value"
    ) {
      const name = keyName(parent);
      if (name !== null) properties.push(name);
      isShared = true;
    } else if (parent.type === "AssignmentExpression" && key === "right") {
      const target = unwrap(parent.left);
      if (target.type === "Identifier") addBinding(target);
      if (isMember(target)) {
        const name = memberName(target);
        if (name === "exports") hasDefault = true;
        else if (name !== null) properties.push(name);
        isShared = true;
      }
      continue;
    } else if (parent.type === "ExportDefaultDeclaration") {
      hasDefault = true;
      isShared = true;
    } else if (
      parent.type === "ReturnStatement" ||
      (parent.type === "ArrowFunctionExpression" && key === "body")
    ) {
      isShared = true;
    }
    if (!parent.type.startsWith("TS")) break;
  }
  if (fn.type === "FunctionDeclaration" && isDefaultExport(local, module)) hasDefault = true;
  return {
    local,
    properties: [...new Set(properties)],
    hasDefault: hasDefault || isDefaultExport(local, module),
    isShared,
  };
}

function isDefaultExport(bindings: readonly Binding[], module: SourceModule): boolean {
  return bindings.some(
    (binding) =>
      parentOf(module, binding.declaration)?.type === "ExportDefaultDeclaration" ||
      binding.references.some((reference) => {
        const parent = parentOf(module, reference);
        if (parent?.type === "ExportDefaultDeclaration") return true;
        return (
          parent?.type === "AssignmentExpression" &&
          isMember(parent.left) &&
          memberName(parent.left) === "exports"
        );
      }),
  );
}

function isWriteTarget(node: Node, module: SourceModule): boolean {
  const place = placeOf(module, node);
  return place?.parent.type === "AssignmentExpression" && place.key === "left";
}
