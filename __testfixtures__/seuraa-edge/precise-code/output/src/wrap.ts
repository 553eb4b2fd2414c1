import { Client, type EdgeChannel } from "@seuraa/edge/browser";

// A wrapper that does all of it right: nothing is to be found here.
export class Room {
  readonly #channel: EdgeChannel;
  readonly #onProblem: (text: string) => void;

  constructor(edge: Client, name: string, onProblem: (text: string) => void) {
    this.#channel = edge.channel(name);
    this.#onProblem = onProblem;
    this.#channel.onRawEvent((event) => this.#hear(event));
    this.#channel.onStatus((event) => this.#onProblem(event.status));
    this.#channel.subscribe("message.created", () => {});
  }

  #hear(event: { type: string; code?: string }): void {
    if (event.type === "server.error") this.#onProblem(event.code ?? "unknown");
  }

  say(text: string): boolean {
    const { sent } = this.#channel.publish("message.created", { text });
    if (!sent) this.#onProblem("offline");
    return sent;
  }

  trySay(text: string) {
    return this.#channel.publish("message.created", { text });
  }

  leave(): void {
    this.#channel.unsubscribe();
  }
}
