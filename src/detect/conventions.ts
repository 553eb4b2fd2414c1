import {
  isCall,
  isClass,
  isMember,
  keyName,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/node.ts";
import { bindingOf, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { FrameworkEnd } from "./frameworks.ts";

const HTTP_METHODS = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

const NEST_ROUTES = new Set([
  "Get",
  "Post",
  "Put",
  "Patch",
  "Delete",
  "All",
  "Head",
  "Options",
  "Sse",
  "Query",
  "Mutation",
  "ResolveField",
  "Subscription",
  "MessagePattern",
  "EventPattern",
  "SubscribeMessage",
  "Process",
  "GrpcMethod",
  "Command",
]);

const NEST_EVENTS = new Set(["Cron", "Interval", "Timeout", "OnEvent", "OnQueueFailed", "OnQueueCompleted"]);

/** What becomes of a rejection of a function that a framework finds by convention: its file's name, its export's, a decorator, a directive. */
export function endOfConvention(fn: FunctionNode, module: SourceModule): FrameworkEnd | null {
  return (
    decoratorEnd(fn, module) ?? (hasServerDirective(fn, module) ? "framework" : null) ?? fileEnd(fn, module)
  );
}

function decoratorEnd(fn: FunctionNode, module: SourceModule): FrameworkEnd | null {
  if (fn.type !== "ClassMethod") return null;
  const owner = parentOf(module, parentOf(module, fn) ?? fn);
  for (const decorator of fn.decorators ?? []) {
    const expression = isCall(decorator.expression) ? decorator.expression.callee : decorator.expression;
    const name = expression.type === "Identifier" ? expression.name : "";
    if (NEST_ROUTES.has(name)) return "framework";
    if (NEST_EVENTS.has(name)) return "nowhere";
  }
  // Lifecycle hooks of Nest and jobs of BullMQ's WorkerHost are called by their framework.
  const name = keyName(fn) ?? "";
  if (
    isClass(owner) &&
    /^(onModuleInit|onApplicationBootstrap|handleConnection|handleDisconnect|canActivate|intercept)$/.test(
      name,
    )
  )
    return "framework";
  const base = isClass(owner) && owner.superClass?.type === "Identifier" ? owner.superClass.name : "";
  return name === "process" && base === "WorkerHost" ? "framework" : null;
}

function isServer(directives: readonly { value: { value: string } }[]): boolean {
  return directives.some((directive) => directive.value.value === "use server");
}

function hasServerDirective(fn: FunctionNode, module: SourceModule): boolean {
  if (fn.body.type === "BlockStatement" && isServer(fn.body.directives)) return true;
  return isServer(module.ast.program.directives) && exportedNames(fn, module).length > 0;
}

function fileEnd(fn: FunctionNode, module: SourceModule): FrameworkEnd | null {
  const names = exportedNames(fn, module);
  if (names.length === 0) return null;
  const { file } = module;
  const isOneOf = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (/\/(route|\+server)\.[cm]?[jt]sx?$/.test(file) && isOneOf(HTTP_METHODS)) return "framework";
  if (/\/middleware\.[jt]s$/.test(file) && isOneOf(/^(middleware|default)$/)) return "framework";
  if (/\/pages\/api\/.*\.[cm]?[jt]sx?$/.test(file) && isOneOf(/^default$/)) return "framework";
  if (
    /\/(page|layout|template|default|not-found|error|loading)\.[jt]sx?$/.test(file) &&
    isOneOf(/^(default|generateMetadata|generateStaticParams)$/)
  )
    return "framework";
  if (/\/pages\/.*\.[jt]sx?$/.test(file) && isOneOf(/^(getServerSideProps|getStaticProps|getStaticPaths)$/))
    return "framework";
  if (/\/\+(page|layout)(\.server)?\.[jt]s$/.test(file) && isOneOf(/^(load|actions)$/)) return "framework";
  if (/\/(app|src)\/routes\//.test(file) && isOneOf(/^(loader|action)$/)) return "framework";
  return /\/(server|src\/server)\/(api|routes|middleware)\//.test(file) &&
    isOneOf(/^default$/) &&
    /\bdefineEventHandler|eventHandler\b/.test(module.text)
    ? "framework"
    : null;
}

/** The names under which a function is exported from its file, wrapped in a call or not (`export const POST = withAuth(async () => …)`). */
export function exportedNames(fn: FunctionNode, module: SourceModule): readonly string[] {
  for (
    let at: Node = fn, place = placeOf(module, at);
    place;
    at = place.parent, place = placeOf(module, at)
  ) {
    const { parent, key } = place;
    if (parent.type === "ExportDefaultDeclaration") return ["default"];
    if (parent.type === "ExportNamedDeclaration")
      return at.type === "FunctionDeclaration" && at.id ? [at.id.name] : [];
    if (parent.type === "VariableDeclarator" && key === "init" && parent.id.type === "Identifier")
      return exportsOfBinding(parent.id, module);
    if (parent.type === "AssignmentExpression" && key === "right" && isMember(parent.left)) {
      const name = memberName(parent.left);
      const object = unwrap(parent.left.object);
      if (name === "exports") return ["default"];
      const isExports =
        (object.type === "Identifier" && object.name === "exports") ||
        (isMember(object) && memberName(object) === "exports");
      return isExports && name !== null ? [name] : [];
    }
    if (parent.type === "Program" && fn.type === "FunctionDeclaration" && fn.id)
      return exportsOfBinding(fn.id, module);
    if (
      !(isCall(parent) && key === "arguments") &&
      !parent.type.startsWith("TS") &&
      !(parent.type === "ObjectProperty" && key === "value") &&
      parent.type !== "ObjectExpression"
    )
      return [];
  }
  return [];
}

function exportsOfBinding(identifier: Node, module: SourceModule): readonly string[] {
  const binding = bindingOf(module, identifier);
  if (!binding) return [];
  const declaration = parentOf(module, binding.declaration);
  const holder = declaration && parentOf(module, declaration);
  if (holder?.type === "ExportNamedDeclaration" || declaration?.type === "ExportNamedDeclaration")
    return [binding.name];
  if (declaration?.type === "ExportDefaultDeclaration") return ["default"];
  return binding.references.flatMap((reference) => {
    const place = placeOf(module, reference);
    const parent = place?.parent;
    if (parent?.type === "ExportSpecifier")
      return [parent.exported.type === "Identifier" ? parent.exported.name : parent.exported.value];
    if (parent?.type === "ExportDefaultDeclaration") return ["default"];
    if (parent?.type === "AssignmentExpression" && place?.key === "right" && isMember(parent.left)) {
      const name = memberName(parent.left);
      return name === null ? [] : [name === "exports" ? "default" : name];
    }
    if (parent?.type === "ObjectProperty") return [binding.name];
    return isCall(parent) && placeOf(module, parent)?.parent.type === "ExportDefaultDeclaration"
      ? ["default"]
      : [];
  });
}
