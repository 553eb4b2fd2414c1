import type * as t from "@babel/types";
import { errorCodes } from "../../../contracts/metered/signals.ts";
import { isMember, memberName, unwrap, type Node } from "../../../syntax/node.ts";
import type { Binding } from "../../../syntax/scope.ts";
import { bindingOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { siteOf } from "../observe.ts";
import { blindRetries } from "./blindRetries.ts";
import { handlersOfCalls, type CallHandler } from "../callHandlers.ts";

const CONTRACT = "metered-realtime";
const CODES = new Set(errorCodes.map(({ name }) => name));

/** What the planner of S3 needs: the property that is asked, and the parameter that it is asked of. */
export interface WrongField {
  readonly member: t.MemberExpression | t.OptionalMemberExpression;
  readonly error: Binding;
}

/** Patterns S3, S4 and S14 in the handlers of the SDK's calls. */
export function sdkHandlers(fates: FateFinder, module: SourceModule): readonly Site[] {
  return handlersOfCalls(fates, module, CONTRACT).flatMap((handler) => [
    ...wrongFields(handler, module),
    ...blindRetries(handler, fates, module),
  ]);
}

function wrongFields({ call, name, handler, error }: CallHandler, module: SourceModule): readonly Site[] {
  const found: Site[] = [];
  if (!error) return found;
  walk(handler, (node) => {
    const asked = askedField(node);
    if (!asked || !asked.values.some((value) => CODES.has(value)) || !isOf(asked.member, error, module))
      return;
    const field = memberName(asked.member);
    if (field !== "code" && field !== "message") return;
    found.push(
      siteOf({
        contract: CONTRACT,
        rule: "wrong-error-field",
        name,
        node: asked.member,
        module,
        message: `The SDK has the server's code in the error's \`name\`; \`${field}\` never holds it, and the branch never runs.`,
        advice: "the error's type is declared elsewhere; compare `name`",
        detail: { member: asked.member, error } satisfies WrongField,
      }),
    );
  });
  return call ? found : [];
}

/** `e.code === "x"`, `switch (e.code) { case "x": }`. */
function askedField(node: Node): {
  readonly member: t.MemberExpression | t.OptionalMemberExpression;
  readonly values: readonly string[];
} | null {
  if (node.type === "BinaryExpression" && /^[=!]==?$/.test(node.operator)) {
    const [left, right] = [unwrap(node.left), unwrap(node.right)];
    if (isMember(left) && right.type === "StringLiteral") return { member: left, values: [right.value] };
    return isMember(right) && left.type === "StringLiteral" ? { member: right, values: [left.value] } : null;
  }
  if (node.type !== "SwitchStatement") return null;
  const member = unwrap(node.discriminant);
  const values = node.cases.flatMap(({ test }) => (test?.type === "StringLiteral" ? [test.value] : []));
  return isMember(member) ? { member, values } : null;
}

function isOf(
  member: t.MemberExpression | t.OptionalMemberExpression,
  error: Binding,
  module: SourceModule,
): boolean {
  const object = unwrap(member.object);
  return object.type === "Identifier" && bindingOf(module, object) === error;
}
