import type { Node } from "../syntax/node.ts";
import { isCall, isMember, keyName, memberName, unwrap } from "../syntax/node.ts";
import { lookup } from "../syntax/scope.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  scopeOf,
  walk,
  type SourceModule,
} from "../syntax/sourceModule.ts";

/** What a failure is logged with at one place. */
export interface Logger {
  /** The expression that is called: `console.error`, `logger.error`, `this.logger.error`. */
  readonly expression: string;
  /** `console` takes any number of arguments; of other loggers only that they take one string is known. */
  readonly takesArguments: boolean;
}

const NAMES = /^(logger|log|winston|pino|LOGGER|LOG)$/;

/** The logger of the file that is visible at a node, else `console.error`. `wanted` is what the user named. */
export function loggerAt(node: Node, module: SourceModule, wanted: string | undefined): Logger {
  if (wanted !== undefined) return { expression: wanted, takesArguments: wanted.startsWith("console.") };
  for (const expression of loggersOf(module)) {
    if (
      expression.startsWith("this.") ? seesThis(node, expression, module) : seesName(node, expression, module)
    )
      return { expression, takesArguments: false };
  }
  return { expression: "console.error", takesArguments: true };
}

const known = new WeakMap<SourceModule, readonly string[]>();

/** The logger calls that the file already makes, most frequent first. */
function loggersOf(module: SourceModule): readonly string[] {
  const found = known.get(module);
  if (found) return found;
  const counts = new Map<string, number>();
  walk(module.ast.program, (node) => {
    if (!isCall(node)) return;
    const callee = unwrap(node.callee as Node);
    if (!isMember(callee) || !/^(error|warn|info|debug|log)$/.test(memberName(callee) ?? "")) return;
    const object = unwrap(callee.object);
    const name =
      object.type === "Identifier" && NAMES.test(object.name) && bindingOf(module, object)
        ? object.name
        : thisLogger(object);
    if (name !== null) {
      const method = hasNoError(object, module) ? (memberName(callee) ?? "error") : "error";
      counts.set(`${name}.${method}`, (counts.get(`${name}.${method}`) ?? 0) + 1);
    }
  });
  const loggers = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  known.set(module, loggers);
  return loggers;
}

/** A logger that the file makes itself, as a literal without `error`. */
function hasNoError(object: Node, module: SourceModule): boolean {
  const declaration = bindingOf(module, object)?.declaration;
  const literal =
    declaration?.type === "VariableDeclarator" && declaration.init ? unwrap(declaration.init) : null;
  return (
    literal?.type === "ObjectExpression" &&
    literal.properties.every((p) => p.type !== "SpreadElement" && keyName(p) !== "error")
  );
}

function thisLogger(object: Node): string | null {
  if (!isMember(object) || object.object.type !== "ThisExpression") return null;
  const name = memberName(object);
  return name !== null && NAMES.test(name) ? `this.${name}` : null;
}

function seesName(node: Node, expression: string, module: SourceModule): boolean {
  const binding = lookup(scopeOf(module, node), expression.split(".")[0] ?? "");
  return binding !== null && (binding.kind === "import" || binding.scope.parent === null);
}

/** `this` means the same object in the method that the node stands in, arrow functions looked through. */
function seesThis(node: Node, expression: string, module: SourceModule): boolean {
  let fn = functionAround(module, node);
  while (fn?.type === "ArrowFunctionExpression") {
    const property = parentOf(module, fn);
    if (property?.type === "ClassProperty") return hasMember(parentOf(module, property), expression);
    fn = functionAround(module, fn);
  }
  return fn?.type === "ClassMethod" && !fn.static && hasMember(parentOf(module, fn), expression);
}

function hasMember(body: Node | undefined, expression: string): boolean {
  if (body?.type !== "ClassBody") return false;
  const name = expression.split(".")[1] ?? "";
  return body.body.some((member) => {
    if (member.type === "ClassProperty") return member.key.type === "Identifier" && member.key.name === name;
    return (
      member.type === "ClassMethod" &&
      member.kind === "constructor" &&
      JSON.stringify(member.params).includes(`"name":"${name}"`)
    );
  });
}
