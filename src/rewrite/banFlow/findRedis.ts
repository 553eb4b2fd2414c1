import type { Tracer } from "../../resolve/tracer.ts";
import type { Value } from "../../resolve/value.ts";
import type { Modules } from "../../resolve/modules.ts";
import { keyName, type Node } from "../../syntax/node.ts";
import { walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { byUse, exportedValues } from "./exportedValues.ts";
import { importOfValue, importedClients, type SpecifierFor } from "./importOf.ts";
import { movable } from "./movable.ts";
import { modulesMatching, type PackageFiles } from "./packageFiles.ts";
import type { Wired } from "./wiring.ts";

/** The client of ioredis that the BullMQ back end uses, or one of its own for what the project's queues connect to. */
export function findRedis(
  pack: PackageFiles,
  modules: Modules,
  tracer: Tracer,
  specifierFor: SpecifierFor,
  notes: string[],
): Wired {
  const matching = modulesMatching(pack, modules, /\b(?:ioredis|bullmq)\b|redis/i);
  const [best] = matching
    .flatMap((module) => exportedValues(tracer, module, isRedis))
    .filter(
      ({ isNullable, isGetter, module }) => !isNullable && !isGetter && !/\bkeyPrefix\b/.test(module.text),
    )
    .toSorted(byUse);
  if (best) return importOfValue(best, specifierFor, "redis");
  for (const module of matching) {
    const [wired] = importedClients(module, tracer, isRedis, specifierFor);
    if (wired && !/[()]/.test(wired.expression)) return wired;
  }
  const moved = matching
    .flatMap((module) => connectionsIn(module, tracer))
    .flatMap(({ node, module }) => {
      const text = movable(node, module, specifierFor);
      return text ? [{ ...text, isClient: tracer.evaluate(node, module).some(isRedis) }] : [];
    })[0];
  if (!moved)
    notes.push(
      "set REDIS_URL: no connection to Redis was found that the module could import, so it makes its own",
    );
  if (pack.dependencies["ioredis"] === undefined)
    notes.push("add ioredis to the dependencies: the module imports it");
  // A client of the project's that is made in place: so is the module's.
  const own = moved?.isClient ? /^new (\w+)/.exec(moved.text)?.[1] : undefined;
  const name = own ?? "Redis";
  const isOld = /^\D*[0-4]\b/.test(pack.dependencies["ioredis"] ?? "");
  const options = moved?.text ?? "process.env.REDIS_URL ?? 'redis://127.0.0.1:6379'";
  return {
    imports: [
      ...(moved?.imports ?? []),
      ...(own === undefined
        ? [{ specifier: "ioredis", name: isOld ? "default" : "Redis", local: "Redis" }]
        : []),
    ],
    expression: "ownRedis()",
    setup: `
let ownConnection⟨: ${name} | undefined⟩;

function ownRedis()⟨: ${name}⟩ {
  ownConnection = ownConnection ?? ${own === undefined ? `new Redis(${options})` : options};
  return ownConnection;
}
`,
  };
}

function isRedis(value: Value): boolean {
  return (
    value.kind === "external" &&
    value.package === "ioredis" &&
    /^new (?:default|=|\*|(?:[\w*=]+\.)*Redis)\(\)$/.test(value.path)
  );
}

/** What the project's queues and workers are given as their connection. */
function connectionsIn(
  module: SourceModule,
  tracer: Tracer,
): readonly { node: Node; module: SourceModule }[] {
  const found: { node: Node; module: SourceModule }[] = [];
  walk(module.ast.program, (node) => {
    if (node.type !== "NewExpression") return;
    const isQueue = tracer
      .evaluate(node, module)
      .some((value) => value.kind === "external" && value.package === "bullmq");
    if (!isQueue) return;
    for (const argument of node.arguments) {
      if (argument.type !== "ObjectExpression") continue;
      for (const property of argument.properties)
        if (property.type === "ObjectProperty" && keyName(property) === "connection")
          found.push({ node: property.value as Node, module });
    }
  });
  return found;
}
