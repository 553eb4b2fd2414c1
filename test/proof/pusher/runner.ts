import { describeError, describeValue } from "./describe.ts";
import { loadProgram, type Program } from "./loadProgram.ts";
import type { Sdk } from "./modules.ts";
import { createStub } from "./stubs.ts";
import { collectTypeHints, Values } from "./values.ts";
import type { Registration, World } from "./world.ts";

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** Calls all that a program exports and registers, as its callers and hosts would. */
export class Runner {
  private readonly values: readonly Values[];

  /** `limit` is how many milliseconds anything may take that is under way. */
  constructor(
    private readonly cell: Program,
    private readonly world: World,
    private readonly sdk: Sdk,
    private readonly limit: number,
  ) {
    const hints = collectTypeHints(cell.typesFrom, cell.fileName);
    const varies = /\||boolean|\?:/.test(cell.typesFrom) && hints.byName.size > 0;
    this.values = (varies ? ([0, 1] as const) : ([0] as const)).map(
      (variant) => new Values(world, hints, sdk.createInstance, variant),
    );
  }

  async run(): Promise<void> {
    const exported = await this.observe("load", () => loadProgram(this.cell, this.world, this.sdk));
    for (const values of this.values) await this.visit(exported, "exports", values, 0);
    for (let index = 0; index < this.world.registrations.length && index < 20; index += 1) {
      await this.fire(this.world.registrations[index]!);
    }
  }

  /** Calls something, waits until all is quiet, and records what the caller saw. */
  private async observe(label: string, call: () => unknown): Promise<unknown> {
    let outcome = "pending";
    let value: unknown;
    const index = this.world.calls.push(`${label}: pending`) - 1;
    try {
      const given = call();
      const settled = Promise.resolve(given).then(
        (result) => void ([value, outcome] = [result, describeValue(result)]),
        (error: unknown) => void (outcome = `rejects with ${describeError(error)}`),
      );
      await this.world.settles(settled, this.limit);
    } catch (error) {
      outcome = `throws ${describeError(error)}`;
    }
    await this.world.quiesce(this.limit);
    this.world.calls[index] = `${label}: ${outcome}`;
    return value;
  }

  /** Calls a function, makes and exercises an instance of a class, walks an object, drains an iterator. */
  private async visit(value: unknown, label: string, values: Values, depth: number): Promise<void> {
    if (depth > 5 || value === null || value === undefined) return;
    if (typeof value === "function") {
      if (typeof (value as unknown as { toJSON?: unknown }).toJSON === "function") return;
      if (/^class\b/.test(String(value)))
        await this.visitClass(value as new (...args: unknown[]) => object, label, values);
      else
        await this.callAndVisit(
          () => (value as AnyFunction)(...values.forParameters(value)),
          label,
          values,
          depth,
        );
      return;
    }
    if (typeof value !== "object") return;
    const iterate =
      (value as AsyncIterable<unknown>)[Symbol.asyncIterator] ??
      (value as Iterable<unknown>)[Symbol.iterator];
    if (iterate !== undefined && !Array.isArray(value)) {
      await this.observe(`${label} drained`, () => drain(value as AsyncIterable<unknown>));
      return;
    }
    if (isForeign(value)) return;
    for (const [key, member] of Object.entries(value))
      await this.visit(member, `${label}.${key}`, values, depth + 1);
  }

  private async callAndVisit(
    call: () => unknown,
    label: string,
    values: Values,
    depth: number,
  ): Promise<void> {
    const result = await this.observe(label, call);
    await this.visit(result, `${label}()`, values, depth + 1);
  }

  private async visitClass(
    Class: new (...args: unknown[]) => object,
    label: string,
    values: Values,
  ): Promise<void> {
    const instance = (await this.observe(`new ${label}`, () => new Class(...values.forParameters(Class)))) as
      object | undefined;
    for (const holder of [Class, instance, Class.prototype as object]) {
      if (holder === undefined) continue;
      for (const key of Reflect.ownKeys(holder)) {
        if (key === "constructor" || key === "prototype" || instance === undefined) continue;
        const self = holder === Class ? Class : instance;
        const descriptor = Object.getOwnPropertyDescriptor(holder, key);
        const name = `${label}#${String(key)}`;
        if (descriptor?.get) await this.observe(name, () => descriptor.get?.call(self));
        const method: unknown = descriptor?.value;
        if (typeof method !== "function") continue;
        await this.callAndVisit(
          () => (method as AnyFunction).apply(self, values.forParameters(method)),
          name,
          values,
          2,
        );
      }
    }
  }

  private async fire({ label, handler, host }: Registration): Promise<void> {
    const [values] = this.values;
    if (host === "lost") {
      setImmediate(() => void handler(...values!.forParameters(handler)));
      await this.world.quiesce(this.limit);
      return;
    }
    const effectsBefore = this.world.effects.length;
    const next = (...args: unknown[]): void => {
      const isLate =
        args.length > 0 && this.world.effects.slice(effectsBefore).some((effect) => answers.test(effect));
      this.world.effect(isLate ? "after the response: next" : "next", args);
    };
    const given = [createStub(this.world, "req", "lost"), createStub(this.world, "res", "lost"), next];
    if (host === "express4") {
      await this.observe(`${label} handler`, () => void handler(...given));
    } else {
      await this.observe(`${label} handler`, () => handler(...given));
    }
  }
}

/** What a handler does to its response that ends it: an error can no longer be answered. */
const answers = /^res\.(?:status\(\)\.)?(?:json|send|end|sendStatus)\(/;

/** Only what the program itself has made is walked: no timers, responses or clients. */
function isForeign(value: object): boolean {
  const made = [Object, Array, undefined];
  return !made.includes(value.constructor as ObjectConstructor);
}

async function drain(iterable: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of iterable) items.push(describeValue(item));
  return items;
}
