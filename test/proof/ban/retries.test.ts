import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { BACK_ENDS } from "../../../src/rewrite/banFlow/moduleText.ts";
import { noRedis } from "../../batch/redis.ts";
import { openFlow } from "./flows.ts";
import { removeModules, type Flow } from "./loadModule.ts";
import { startPusher, type Answer, type PusherDouble } from "./pusherDouble.ts";

afterAll(removeModules);

const PATIENCE = { timeout: 20_000, interval: 20 };

async function open(answers: readonly Answer[]): Promise<PusherDouble> {
  const double = await startPusher(answers);
  onTestFinished(double.close);
  return double;
}

function run(flow: Flow): void {
  const worker = flow.start();
  onTestFinished(() => worker.stop());
}

for (const backEnd of BACK_ENDS) {
  // `noRedis` says why.
  describe.skipIf(backEnd === "bullmq" && noRedis !== undefined)(`the ${backEnd} module`, () => {
    test.for<readonly Answer[]>([[500, 500, 500], [429, "reset", 503], ["hang"], ["stall", 408]])(
      "terminates after %j",
      { timeout: 40_000 },
      async (answers) => {
        const double = await open(answers);
        const flow = await openFlow(backEnd, double);
        run(flow);
        await flow.block("mallory");
        expect(await flow.terminate("mallory")).toBe("queued");
        await vi.waitFor(
          () => expect(double.calls.map((call) => call.answer)).toEqual([...answers, 200]),
          PATIENCE,
        );
      },
    );

    test.for<Answer>([401, 403])(
      "parks a %i for an operator, and calls no more",
      { timeout: 40_000 },
      async (answer) => {
        const double = await open([answer]);
        const stuck: string[] = [];
        const note = (userId: string, error: Error) => stuck.push(`${userId}: ${error.message}`);
        const flow = await openFlow(backEnd, double, { authWindow: 100 }, note);
        run(flow);
        await flow.block("mallory");
        const failure = await flow.terminate("mallory").catch((error: unknown) => error);
        expect(failure).toMatchObject({ name: "TerminateError", status: answer, kind: "operator" });
        await vi.waitFor(
          () =>
            expect(stuck).toEqual([
              `mallory: terminateUserConnections failed (${answer}), the user may still be connected`,
            ]),
          PATIENCE,
        );
        await new Promise((fulfil) => setTimeout(fulfil, 300));
        expect(double.calls.length).toBe(1);
      },
    );

    test.for<Answer>([400, 404, 413])("takes a %i for what it is", { timeout: 40_000 }, async (answer) => {
      const double = await open([answer]);
      const flow = await openFlow(backEnd, double);
      await flow.block("mallory");
      const failure = await flow.terminate("mallory").catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: "TerminateError", status: answer, kind: "wrong" });
      expect(JSON.stringify(failure) + String(failure)).not.toContain("auth_");
      expect(double.calls.length).toBe(1);
    });

    test("comes back with one more terminate", { timeout: 40_000 }, async () => {
      const double = await open([]);
      const flow = await openFlow(backEnd, double, { authWindow: 100 });
      run(flow);
      await flow.block("mallory");
      expect(await flow.terminate("mallory")).toBe("done");
      await vi.waitFor(() => expect(double.calls.length).toBe(2), PATIENCE);
    });

    test("lets an unbanned user in again, and a new ban is a new one", { timeout: 40_000 }, async () => {
      const double = await open([]);
      const flow = await openFlow(backEnd, double);
      const first = await flow.block("mallory");
      expect(await flow.block("mallory")).toBe(first);
      expect(await flow.isBlocked("mallory")).toBe(true);
      await flow.unblock("mallory");
      expect(await flow.isBlocked("mallory")).toBe(false);
      expect(await flow.block("mallory")).not.toBe(first);
    });

    test("drops the retries of a user who was unbanned", { timeout: 40_000 }, async () => {
      const double = await open([500]);
      const flow = await openFlow(backEnd, double);
      await flow.block("mallory");
      await flow.terminate("mallory");
      await flow.unblock("mallory");
      await flow.block("other");
      await flow.terminate("other");
      run(flow);
      await flow.sweep?.();
      await new Promise((fulfil) => setTimeout(fulfil, 200));
      expect(double.calls.map((call) => call.userId)).toEqual(["mallory", "other"]);
    });

    test.for(["a/b?c=d", "", "x y", "..", "a#b"])("refuses the user id %j", async (userId) => {
      const double = await open([]);
      const flow = await openFlow(backEnd, double);
      await expect(flow.block(userId)).rejects.toThrow("not a user id that Pusher can terminate");
      await expect(flow.terminate(userId)).rejects.toThrow("not a user id that Pusher can terminate");
      expect(double.calls).toEqual([]);
    });
  });
}
