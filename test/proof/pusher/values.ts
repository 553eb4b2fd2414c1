import ts from "typescript";
import { createStub } from "./stubs.ts";
import type { World } from "./world.ts";

/** What is known of the names in a program: the types that its text gives them. */
interface TypeHints {
  readonly byName: ReadonlyMap<string, ts.TypeNode>;
  readonly declared: ReadonlyMap<string, ts.TypeNode | ts.InterfaceDeclaration>;
  readonly optional: ReadonlySet<string>;
}

/** Collects the type annotations of a program's parameters and properties, by name. */
export function collectTypeHints(source: string, fileName: string): TypeHints {
  const byName = new Map<string, ts.TypeNode>();
  const declared = new Map<string, ts.TypeNode | ts.InterfaceDeclaration>();
  const optional = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) && node.questionToken) optional.add(node.name.getText());
    if (ts.isInterfaceDeclaration(node)) declared.set(node.name.text, node);
    if (ts.isTypeAliasDeclaration(node)) declared.set(node.name.text, node.type);
    if ((ts.isParameter(node) || ts.isPropertySignature(node)) && node.type && ts.isIdentifier(node.name)) {
      if (!byName.has(node.name.text)) byName.set(node.name.text, node.type);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true));
  return { byName, declared, optional };
}

const stringNames =
  /(?:^|[a-z])(?:id|name|email|text|title|channel|topic|slug|key|region|kind|message|url|path|prefix)$/i;
const numberNames = /^(?:x|y|n|amount|count|price|total|minutes|seconds|number|rows|rank|inMs|done|stake)$/;
const functionNames = /^(?:next|callback|cb|render|stop|on[A-Z]\w*|done)$/;
const pluralNames = /^(?:\w+(?:ids|ers|ests|ones|ents|els|ores|ates|rds|ages))$/i;

/** Makes up arguments: from the type that the program gives a name, or from the name itself. */
export class Values {
  constructor(
    private readonly world: World,
    private readonly hints: TypeHints,
    private readonly createInstance: () => unknown,
    /** 0 or 1: the first or the last of a union, true or false. */
    private readonly variant: 0 | 1,
  ) {}

  /** A value for a parameter or property of this name. */
  forName(name: string): unknown {
    if (this.variant === 1 && this.hints.optional.has(name)) return undefined;
    const type = this.hints.byName.get(name);
    const value = type ? this.forType(type, name, 0) : undefined;
    return value === undefined ? this.byName(name) : value;
  }

  /** Values for all parameters of a function, read from its text. */
  forParameters(fn: object): unknown[] {
    return parametersOf(String(fn)).map((parameter) => this.forBinding(parameter.name));
  }

  private forBinding(name: ts.BindingName): unknown {
    if (ts.isIdentifier(name)) return this.forName(name.text);
    if (ts.isArrayBindingPattern(name)) {
      return name.elements.map((element) =>
        ts.isBindingElement(element) ? this.forBinding(element.name) : undefined,
      );
    }
    const pairs = name.elements.map((element): [string, unknown] => [
      (element.propertyName ?? element.name).getText(),
      this.forBinding(element.name),
    ]);
    return Object.fromEntries(pairs);
  }

  private byName(name: string): unknown {
    if (/pusher|superagent|^client$/i.test(name)) return this.createInstance();
    if (/^err(?:or)?$/.test(name)) return null;
    if (/^socket_?id$/i.test(name)) return "12.34";
    if (functionNames.test(name)) return (...args: unknown[]) => this.world.effect(name, args);
    if (pluralNames.test(name)) return [1, 2].map((index) => this.element(name, index));
    if (numberNames.test(name)) return 3;
    if (stringNames.test(name)) return `${name}-1`;
    return createStub(this.world, name, "lost");
  }

  private element(plural: string, index: number): unknown {
    const singular = plural.replace(/s$/, "");
    return stringNames.test(singular) ? `${singular}-${index}` : createStub(this.world, singular, "lost");
  }

  private forType(type: ts.TypeNode, name: string, depth: number): unknown {
    if (depth > 5) return undefined;
    if (ts.isUnionTypeNode(type)) {
      const members = type.types.filter((member) => member.kind !== ts.SyntaxKind.UndefinedKeyword);
      const chosen = members[this.variant === 0 ? 0 : members.length - 1];
      return chosen && this.forType(chosen, name, depth + 1);
    }
    if (ts.isArrayTypeNode(type))
      return [1, 2].map((index) => this.elementOfType(type.elementType, name, index, depth));
    if (ts.isTypeLiteralNode(type)) return this.forMembers(type.members, depth);
    if (ts.isFunctionTypeNode(type)) return (...args: unknown[]) => this.world.effect(name, args);
    if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return type.literal.text;
    if (ts.isTypeReferenceNode(type)) return this.forReference(type, name, depth);
    switch (type.kind) {
      case ts.SyntaxKind.StringKeyword:
        return name === "socketId" ? "12.34" : `${name}-1`;
      case ts.SyntaxKind.NumberKeyword:
        return 3;
      case ts.SyntaxKind.BooleanKeyword:
        return this.variant === 0;
      case ts.SyntaxKind.ObjectKeyword:
        return { of: name };
      default:
        return undefined;
    }
  }

  private elementOfType(type: ts.TypeNode, plural: string, index: number, depth: number): unknown {
    const value = this.forType(type, plural.replace(/s$/, ""), depth + 1);
    return typeof value === "string" ? value.replace(/1$/, String(index)) : value;
  }

  private forReference(type: ts.TypeReferenceNode, name: string, depth: number): unknown {
    const typeName = type.typeName.getText();
    const declaration = this.hints.declared.get(typeName);
    if (declaration === undefined) {
      if (typeName === "Date") return new Date(0);
      return typeName === "Error" ? new Error(`given ${name}`) : undefined;
    }
    return ts.isInterfaceDeclaration(declaration)
      ? this.forMembers(declaration.members, depth)
      : this.forType(declaration, name, depth + 1);
  }

  private forMembers(members: ts.NodeArray<ts.TypeElement>, depth: number): unknown {
    const pairs = members.map((member): [string, unknown] => {
      const key = member.name?.getText() ?? "";
      if (ts.isMethodSignature(member)) return [key, (...args: unknown[]) => this.world.effect(key, args)];
      const value =
        ts.isPropertySignature(member) && member.type ? this.forType(member.type, key, depth + 1) : undefined;
      return [key, value === undefined ? this.byName(key) : value];
    });
    return Object.fromEntries(pairs);
  }
}

/** The parameters of a function or of a class's constructor, from its text. */
function parametersOf(text: string): readonly ts.ParameterDeclaration[] {
  for (const candidate of [
    `(${text})`,
    `({${text}})`,
    `(function ${text})`,
    `(async function ${text.replace(/^async /, "")})`,
  ]) {
    const file = ts.createSourceFile("f.js", candidate, ts.ScriptTarget.Latest, true);
    if ((file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics.length > 0) continue;
    let found: readonly ts.ParameterDeclaration[] = [];
    const visit = (node: ts.Node): boolean => {
      if (ts.isClassExpression(node)) {
        found = node.members.find(ts.isConstructorDeclaration)?.parameters ?? [];
        return true;
      }
      if (ts.isFunctionLike(node)) {
        found = node.parameters as readonly ts.ParameterDeclaration[];
        return true;
      }
      return ts.forEachChild(node, visit) ?? false;
    };
    visit(file);
    return found;
  }
  return [];
}
