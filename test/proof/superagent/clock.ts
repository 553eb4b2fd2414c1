type Callback = (...args: unknown[]) => void;

/** A timer as Node's own: it can be cleared, and `unref` and its like are harmless. */
class Timer {
  isCleared = false;
  constructor(
    readonly at: number,
    readonly isOfProgram: boolean,
    readonly run: () => void,
  ) {}
  ref = (): this => this;
  unref = (): this => this;
  hasRef = (): boolean => true;
  refresh = (): this => this;
  close = (): void => void (this.isCleared = true);
}

/**
 * Time that passes only when nothing else can happen: a timer runs out when all is quiet, however long it was set to.
 * So a deadline costs no waiting, and never strikes a healthy transfer on a busy machine.
 */
export class Clock {
  private timers: Timer[] = [];
  private now = 0;
  /** Timers of the program or of superagent that ran out. */
  fired = 0;

  /** Replaces the global `setTimeout` and `clearTimeout`: those of superagent and of the program. */
  install(): void {
    const { clearTimeout: clearReal } = globalThis;
    const replace = {
      setTimeout: this.setTimeout,
      clearTimeout: (timer: unknown) => clear(timer, clearReal),
    };
    Object.assign(globalThis, replace);
  }

  /** Does something after so many milliseconds, for the fault server and the runner. */
  after(ms: number, callback: () => void): void {
    this.timers.push(new Timer(this.now + ms, false, callback));
  }

  /** Lets the next timer run out; false if there is none. */
  advance(): boolean {
    this.timers = this.timers.filter((timer) => !timer.isCleared);
    const next = this.timers.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) return false;
    this.timers = this.timers.filter((timer) => timer !== next);
    this.now = Math.max(this.now, next.at);
    if (next.isOfProgram) this.fired += 1;
    next.run();
    return true;
  }

  /** Forgets all timers. */
  reset(): void {
    this.timers = [];
    this.now = 0;
    this.fired = 0;
  }

  private setTimeout = (callback: Callback, ms = 0, ...args: unknown[]): Timer => {
    const timer = new Timer(this.now + Number(ms), true, () => callback(...args));
    this.timers.push(timer);
    return timer;
  };
}

function clear(timer: unknown, clearReal: typeof clearTimeout): void {
  if (timer instanceof Timer) timer.close();
  else clearReal(timer as NodeJS.Timeout);
}
