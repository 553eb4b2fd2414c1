/** What a fixture's output is allowed to do that the judge calls a problem, each with the reason. */
interface ProofException {
  readonly reason: string;
  /** The problems that it explains; all others still count. */
  readonly explains: RegExp;
}

/** Reviewed by hand; an entry that explains nothing any more fails the suite. */
export const exceptions: Readonly<Record<string, ProofException>> = {
  "array-drained-by-splice": {
    reason:
      "The promises are drained by code that is not followed, which may look after them, so each logs and throws on; the runner drops what it is given, so the rejection ends with it, as before the rewrite.",
    explains: /: (unhandled|uncaught) in the output: |sync-throw: a failure that was lost is not logged/,
  },
  "array-returned": {
    reason:
      "The array of promises goes to the caller, so each logs and throws on; the runner drops what it is given, so the rejection ends with it, as before the rewrite.",
    explains: /: (unhandled|uncaught) in the output: |sync-throw: a failure that was lost is not logged/,
  },
  "array-returned-literal": {
    reason:
      "The array of promises goes to the caller, so each logs and throws on; the runner drops what it is given, so the rejection ends with it, as before the rewrite.",
    explains: /: (unhandled|uncaught) in the output: |sync-throw: a failure that was lost is not logged/,
  },
  "helper-unknown-floating": {
    reason:
      "What a helper of another package does with the failure is its business, so it is logged and handed on; the runner drops what it is given, so the rejection ends with it, as before the rewrite.",
    explains: /: (unhandled|uncaught) in the output: |sync-throw: a failure that was lost is not logged/,
  },
  "return-object-holding-promise": {
    reason:
      "The object with the promise goes to the caller, so it logs and throws on; the runner drops what it is given, so the rejection ends with it, as before the rewrite.",
    explains: /: (unhandled|uncaught) in the output: |sync-throw: a failure that was lost is not logged/,
  },
  "listener-signal-then-exit": {
    reason:
      "A shutdown goes on to its `process.exit(0)` when the announcement fails; before, the unhandled rejection ended it.",
    explains: /: effects added: process\.exit\(0\)/,
  },
  "promise-executor-then-resolve": {
    reason: "A `review` rewrite: the promise that waited for ever on a failure now rejects.",
    explains: /: caller saw "exports\.whenRung: pending", now "exports\.whenRung: rejects with/,
  },
  "async-iife": {
    reason:
      "A script's own last promise: before, the unhandled rejection ended the process with exit code 1; a handler that only logged would make that 0.",
    explains: /: effects added: process\.exitCode =/,
  },
  "async-main-floating": {
    reason: "As in `async-iife`: the failing script keeps its exit code.",
    explains: /: effects added: process\.exitCode =/,
  },
  "decorator-argument": {
    reason:
      "What the decorator of another package does with the function's promise is not known, so the failure is logged and handed on to it; the runner's stand-in drops it.",
    explains: /: (unhandled|uncaught) in the output: |sync-throw: a failure that was lost is not logged/,
  },
  "decorated-method": {
    reason:
      "`@OnEvent` makes the method an event listener, so the error ends in it and is only logged; the runner calls it as a plain method and sees no rejection any more.",
    explains: /: caller saw "exports\.OrderListener#onShipped: rejects with/,
  },
  "expression-class-field": {
    reason:
      "The field's promise rejects before anybody awaits it. That is the fixture's own shape: the rewrite stands where it is awaited, which may be too late in Node's eyes.",
    explains: /: unhandled in the output: /,
  },
  "try-return-without-await": {
    reason:
      "A `review` rewrite: `return await` hands the failure to the catch clause that was meant for it, which answers null where the caller saw the rejection.",
    explains: /: caller saw "exports\.publish: rejects with .*, now "exports\.publish: null"$/,
  },
};
