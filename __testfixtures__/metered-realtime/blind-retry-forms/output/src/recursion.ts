import { client } from "./client";
import { mayConnectAgain, mayRepeat } from "./metered-errors";

export async function open(): Promise<void> {
  try {
    await client.connect();
  } catch (err) {
    console.error(err);
    if (mayConnectAgain(err)) {
      setTimeout(open, 1000);
    } else {
      console.error("client.connect failed, and is not repeated:", String(err));
    }
  }
}

export async function openAgain(): Promise<void> {
  try {
    await client.connect();
  } catch (err) {
    if (isForGood(err)) return;
    setTimeout(openAgain, 1000);
  }
}

function isForGood(err: unknown): boolean {
  return err instanceof Error && err.name === "SignallingConnectError";
}

export class Room {
  private readonly name = "room-1";

  async enter(tries = 3): Promise<void> {
    try {
      await client.subscribe(this.name);
    } catch (err) {
      if (!mayConnectAgain(err)) throw err;
      if (tries === 0) throw err;
      await this.enter(tries - 1);
    }
  }

  async tell(data: unknown): Promise<void> {
    try {
      await client.publish(this.name, data);
    } catch (err) {
      if (!mayRepeat(err)) throw err;
      console.warn("once more");
      await client.publish(this.name, data);
    }
  }
}

export async function main(room: Room): Promise<void> {
  try {
    await room.enter();
    await room.tell(1);
  } catch (err) {
    console.error(err);
  }
}
