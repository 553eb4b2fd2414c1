import { Client, type EdgeChannel } from "@seuraa/edge";

export class RealtimeService {
  private readonly client = new Client({ appKey: "pk", auth: "/token" });
  private channel: EdgeChannel | null = null;
  private lastCursor = { x: 0, y: 0 };

  join(room: string): void {
    this.channel = this.client.channel(`presence:${room}`);
    this.channel.subscribe("cursor.moved", (event) => this.draw(event.data));
    this.channel.onRawEvent((event) => {
      if (event.type === "server.error") {
        console.error(event.code);
        this.channel?.publish("cursor.moved", this.lastCursor);
      }
    });
  }

  move(x: number, y: number): void {
    this.lastCursor = { x, y };
    this.channel?.publish("cursor.moved", this.lastCursor);
  }

  async save(note: { id: string }): Promise<boolean> {
    const result = this.channel!.publish("note.saved", note);
    if (result.sent) {
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
