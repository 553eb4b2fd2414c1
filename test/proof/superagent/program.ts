import ts from "typescript";
import { NotExecutable } from "./notExecutable.ts";
import { roleOf, type Role } from "./roles.ts";

export type Callable = (...args: unknown[]) => unknown;
type Class = new (...args: unknown[]) => Record<string, Callable>;

/** The one thing that a fixture exports: how to call it, and with what. */
export interface Program {
  readonly roles: readonly Role[];
  readonly call: Callable;
}

/** A function as it is; of a class, an instance is made and its one method called. */
export function programOf(exported: unknown): Program {
  const members = [exported, ...Object.values(exported as object)];
  const found = new Set(members.filter((value): value is Callable => typeof value === "function"));
  const [only] = found;
  if (only === undefined) throw new NotExecutable("exports no function");
  if (found.size > 1) throw new NotExecutable(`exports ${found.size} functions`);
  const expression = parse(only);
  if (ts.isClassExpression(expression)) return programOfClass(only as unknown as Class, expression);
  if (ts.isFunctionExpression(expression) || ts.isArrowFunction(expression))
    return { roles: rolesOf(expression), call: only };
  throw new NotExecutable("its function is a method");
}

function parse(fn: Callable): ts.Expression {
  const { statements } = ts.createSourceFile("f.js", `(${String(fn)})`, ts.ScriptTarget.Latest, true);
  const [statement] = statements;
  if (statement && ts.isExpressionStatement(statement) && ts.isParenthesizedExpression(statement.expression))
    return statement.expression.expression;
  throw new NotExecutable("its function cannot be read");
}

function programOfClass(Exported: Class, { members }: ts.ClassExpression): Program {
  const methods = members.filter(ts.isMethodDeclaration);
  const [method] = methods;
  if (method === undefined || methods.length > 1)
    throw new NotExecutable(`exports a class with ${methods.length} methods`);
  const construct = members.find(ts.isConstructorDeclaration);
  const given = construct ? rolesOf(construct) : [];
  const name = method.name.getText();
  return {
    roles: [...given, ...rolesOf(method)],
    call: (...args) => new Exported(...args.slice(0, given.length))[name]!(...args.slice(given.length)),
  };
}

const rolesOf = ({ parameters }: ts.SignatureDeclarationBase): Role[] =>
  parameters.map(({ name }) => {
    const role = roleOf(name.getText());
    if (role === undefined) throw new NotExecutable(`a parameter called ${name.getText()}`);
    return role;
  });
