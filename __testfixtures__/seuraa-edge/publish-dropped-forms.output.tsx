import type { EdgeChannel } from "@seuraa/edge";

export function Toolbar({ channel, open }: { channel: EdgeChannel; open?: EdgeChannel }) {
  const wave = (isAllowed: boolean) => {
    if (isAllowed) {
      if (!channel.publish("wave", {}).sent) console.error("wave was not sent, the socket is away");
    } else {
      if (!channel.publish("wave.denied", {}).sent) console.error("wave.denied was not sent, the socket is away");
    }
  };
  const move = (x: number, y: number) => {
    if (open?.publish("cursor.moved", { x, y }).sent === false) {
      console.error("cursor.moved was not sent, the socket is away");
    }
    const published = channel.publish("cursor.moved", {
      x,
      y,
    });
    if (!published.sent) console.error("cursor.moved was not sent, the socket is away");
    const { sent, clientEventId } = channel.publish("note.moved", { x, y });
    if (!sent) console.error("note.moved was not sent, the socket is away");
    console.log(clientEventId);
  };
  return <button onClick={() => {
    if (!channel.publish("click", {}).sent) console.error("click was not sent, the socket is away");
  }} onBlur={() => wave(true)} onMouseMove={() => move(1, 2)} />;
}
