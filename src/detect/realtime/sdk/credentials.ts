import type * as t from "@babel/types";
import type { Evaluator } from "../../../resolve/evaluator.ts";
import { isCall, isMember, keyName, memberName, unwrap, type Node } from "../../../syntax/node.ts";
import type { Binding } from "../../../syntax/scope.ts";
import { isInTry } from "../handlerText.ts";
import { bindingOf, placeOf, textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";

/** A key that a constructor gets, and that may be missing. */
export interface CredentialDetail {
  /** The client or peer that is made with it. */
  readonly made: Node;
  /** What is asked before: `apiKey`, `process.env.METERED_KEY`; null where asking is not enough. */
  readonly expression: string | null;
  /** What is missing, for a person. */
  readonly what: string;
}

/** What there is to say of one key: the sentence, the advice, and what the planner needs. */
export interface CredentialRemark {
  readonly node: Node;
  readonly message: string;
  readonly advice: string;
  readonly detail: CredentialDetail;
}

const ENVIRONMENT = /^(?:process|import\.meta)\.env(?:\.(\w+)|\[["'](\w+)["']\])$/;
const ENVIRONMENT_ALONE = /^(process|import\.meta)\.env$/;

/** S8: a key that comes from the environment or from storage unchecked, or that is a secret. */
export function credentialRemarks(
  tracer: Evaluator,
  key: Node,
  made: Node,
  module: SourceModule,
): readonly CredentialRemark[] {
  if (tracer.textsOf(key, module).some((text) => text.startsWith("sk_")))
    return [
      {
        node: key,
        message: "A secret key stands in a client: whoever can read the code has it.",
        advice:
          "take a publishable key (pk_live_…), or tokens that a server mints; and replace the secret key",
        detail: { made, expression: null, what: "" },
      },
    ];
  // Who catches what the constructor throws has thought of it.
  if (isInTry(made, null, module)) return [];
  const inner = withoutEmpty(unwrap(key));
  const binding = inner.type === "Identifier" ? bindingOf(module, inner) : null;
  const source = binding ? sourceOf(binding, module) : sourceIn(inner, module);
  const expression = binding ? binding.name : textOf(module, inner);
  if (!source || isChecked(expression, binding, made, module)) return [];
  return [
    {
      node: key,
      message: `The key comes from ${source.isStored ? "storage" : "the environment"} unchecked: without it the constructor throws.`,
      advice: source.isStored
        ? "ask for the key first: what the user sees without one, a person decides"
        : "the object is made where no statement can stand before it; check the key there, and say what is missing",
      detail: { made, expression: source.isStored ? null : expression, what: source.what },
    },
  ];
}

interface Source {
  readonly what: string;
  readonly isStored: boolean;
}

/** `process.env.KEY || ""` is the variable: an empty key is none. */
function withoutEmpty(node: Node): Node {
  if (node.type !== "LogicalExpression" || node.operator === "&&") return node;
  return node.right.type === "StringLiteral" && node.right.value === "" ? unwrap(node.left) : node;
}

/** Where an expression has its value from: an environment variable, or the browser's storage. */
function sourceIn(node: Node, module: SourceModule): Source | null {
  const inner = withoutEmpty(unwrap(node));
  const found = ENVIRONMENT.exec(textOf(module, inner));
  if (found) return { what: found[1] ?? found[2] ?? "", isStored: false };
  if (!isCall(inner) || !isMember(inner.callee) || memberName(inner.callee) !== "getItem") return null;
  return /(^|\.)(local|session)Storage$/.test(textOf(module, inner.callee.object))
    ? { what: "", isStored: true }
    : null;
}

/** `const key = process.env.KEY`, `const { KEY } = process.env`. */
function sourceOf(binding: Binding, module: SourceModule): Source | null {
  const { declaration } = binding;
  if (binding.kind !== "const" || declaration.type !== "VariableDeclarator" || !declaration.init) return null;
  if (declaration.id.type === "Identifier") return sourceIn(declaration.init, module);
  if (declaration.id.type !== "ObjectPattern") return null;
  if (!ENVIRONMENT_ALONE.test(textOf(module, declaration.init))) return null;
  const property = declaration.id.properties.find(
    (one): one is t.ObjectProperty => one.type === "ObjectProperty" && one.value === binding.identifier,
  );
  const what = property && keyName(property);
  return what ? { what, isStored: false } : null;
}

/** Somebody asks whether it is there: a test, a comparison, an assertion. */
function isChecked(expression: string, binding: Binding | null, made: Node, module: SourceModule): boolean {
  let found = false;
  walk(
    module.ast.program,
    (node) => {
      const isIt = binding
        ? node.type === "Identifier" && node !== binding.identifier && bindingOf(module, node) === binding
        : isMember(node) && textOf(module, node) === expression;
      const place = isIt ? placeOf(module, node) : null;
      if (!place) return;
      const { parent, key } = place;
      found ||=
        key === "test" ||
        key === "arguments" ||
        parent.type === "UnaryExpression" ||
        parent.type === "BinaryExpression" ||
        parent.type === "LogicalExpression";
    },
    (node) => node === made,
  );
  return found;
}
