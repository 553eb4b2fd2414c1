import type { Endpoint } from "../../detect/banFlow/endpoints.ts";
import { filesWith } from "../../detect/banFlow/projectPart.ts";
import type { Modules } from "../../resolve/modules.ts";
import { isMember, keyName, unwrap, type FunctionNode, type Node } from "../../syntax/node.ts";
import { rootOf } from "../../detect/banFlow/reachedNodes.ts";
import { patternIdentifiers } from "../../syntax/positions.ts";
import { bindingOf, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { namesAreSeen } from "./namesAreSeen.ts";
import { isRepeatable } from "./repeatable.ts";

/** How a project says which user asks: `req.user.id`, `session.user.id`, `ctx.auth.userId`. */
const USER_ID =
  /(^|\.)(user|account|member|me|viewer|currentUser|principal|auth|session|jwt|payload|claims|state|locals|context|var)\b.*\.(id|uid|sub|userId|_id)$|(^|\.)(userId|user_id|currentUserId|uid)$/;

/**
 * The expression that says which user asks an endpoint, as it can be written before the signing call; null where the code does not show it.
 * What is signed comes first: the id in the user data or the presence data.
 */
export function askedUser(
  { sign, module }: Endpoint,
  before: Node,
  handler: FunctionNode,
  all: readonly Endpoint[],
  modules: Modules,
  addable: readonly string[],
): string | null {
  const isUsable = (node: Node) => isRepeatable(node) && namesAreSeen(node, before, module);
  const signed = signedId(sign.call, sign.kind, module);
  if (signed && isUsable(signed)) return textOf(module, signed);
  const inHandler = idsIn(handler, module).find((node) => isUsable(node));
  if (inHandler) return textOf(module, inHandler);
  // Somebody else than who asks is signed: a guest, a bot.
  if (signed) return null;
  // What another endpoint, or another handler of the project, takes off the same parameter.
  const params = new Set([
    ...addable,
    ...handler.params.flatMap((param) => patternIdentifiers(param)).map(({ name }) => name),
  ]);
  const fromParam = (text: string) => params.has(/^\w+/.exec(text)?.[0] ?? "") && !/[("'`]/.test(text);
  for (const other of all) {
    const node = signedId(other.sign.call, other.sign.kind, other.module);
    const text = node && isRepeatable(node) ? textOf(other.module, node) : "";
    if (isMemberText(text) && fromParam(text)) return text;
  }
  for (const file of filesWith(
    modules.graph,
    module.file,
    /\.(user|auth|session)\b.*\.(id|uid|sub|userId|_id)\b|\.userId\b/,
  )) {
    const opened = file === module.file ? module : modules.get(file);
    const found =
      opened &&
      idsIn(opened.ast.program, opened)
        .map((node) => textOf(opened, node))
        .find((text) => isMemberText(text) && fromParam(text));
    if (found !== undefined && found !== null) return found;
  }
  return null;
}

/** Whether an expression is what the client wrote, and not who it is: of the body, the address, the query. */
function isSentByClient(node: Node, module: SourceModule): boolean {
  const root = rootOf(node);
  const declaration = root && bindingOf(module, root)?.declaration;
  if (declaration?.type !== "VariableDeclarator" || !declaration.init) return false;
  return /\b(params|body|query|searchParams|input|json|formData|parseBody|readBody|text)\b/.test(
    textOf(module, declaration.init),
  );
}

function isMemberText(text: string): boolean {
  return /^\w+(\??\.\w+)+$/.test(text);
}

/** The id in what is signed: `{ id }`, `{ user_id: user.id }`, also where the object is in a variable. */
function signedId(call: Node, kind: Endpoint["sign"]["kind"], module: SourceModule): Node | null {
  if (call.type !== "CallExpression" && call.type !== "OptionalCallExpression") return null;
  const data = call.arguments[kind === "user" ? 1 : 2];
  const object = data && objectOf(data, module);
  if (object?.type !== "ObjectExpression") return null;
  const wanted = kind === "user" ? "id" : "user_id";
  for (const property of object.properties)
    if (property.type === "ObjectProperty" && keyName(property) === wanted) return unwrap(property.value);
  return null;
}

function objectOf(node: Node, module: SourceModule): Node {
  const inner = unwrap(node);
  const binding = inner.type === "Identifier" ? bindingOf(module, inner) : null;
  const declaration = binding?.declaration;
  return declaration?.type === "VariableDeclarator" && declaration.init ? unwrap(declaration.init) : inner;
}

/** The expressions in some code whose look says that they are the id of who asks. */
function idsIn(root: Node, module: SourceModule): readonly Node[] {
  const found: Node[] = [];
  walk(root, (node) => {
    const isName =
      node.type === "Identifier" &&
      /^(userId|user_id|currentUserId|uid)$/.test(node.name) &&
      bindingOf(module, node) !== null;
    if ((!isName && !isMember(node)) || isSentByClient(node, module)) return;
    const text = textOf(module, node).replaceAll("?.", ".").replaceAll("!", "");
    if (
      /^[\w.]+$/.test(text) &&
      USER_ID.test(text) &&
      !/\.(body|query|params|headers)\./.test(text) &&
      !textOf(module, node).includes("?.")
    )
      found.push(node);
  });
  return found;
}
