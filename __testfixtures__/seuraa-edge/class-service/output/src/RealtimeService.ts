import { Client, type EdgeChannel } from "@seuraa/edge";
import { edgeRepeats, publishAccepted } from "./seuraa-errors";

export class RealtimeService {
  private readonly client = new Client({ appKey: "pk", auth: "/token" });
  private channel: EdgeChannel | null = null;
  private lastCursor = { x: 0, y: 0 };

  join(room: string): void {
    this.channel = this.client.channel(`presence:${room}`);
    this.channel.onStatus(({ status }) => {
      if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
    });
    const scheduleRepeat = edgeRepeats();
    this.channel.onRawEvent((event) => {
      if (event.type === "server.error") {
        console.error(event.code);
        scheduleRepeat(event.code, () => {
          if (this.channel?.publish("cursor.moved", this.lastCursor).sent === false) {
            console.error("cursor.moved was not sent, the socket is away");
          }
        });
      }
    });
    this.channel.subscribe("cursor.moved", (event) => this.draw(event.data));
  }

  move(x: number, y: number): void {
    this.lastCursor = { x, y };
    if (this.channel?.publish("cursor.moved", this.lastCursor).sent === false) {
      console.error("cursor.moved was not sent, the socket is away");
    }
  }

  async save(note: { id: string }): Promise<boolean> {
    const accepted = await publishAccepted(this.channel!, "note.saved", note);
    if (accepted) {
      this.setSaved(note.id);
      return true;
    }
    return false;
  }

  private setSaved(id: string): void {
    console.log("saved", id);
  }

  private draw(data: unknown): void {
    console.log(data);
  }
}
