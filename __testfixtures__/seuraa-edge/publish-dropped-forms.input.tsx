import type { EdgeChannel } from "@seuraa/edge";

export function Toolbar({ channel, open }: { channel: EdgeChannel; open?: EdgeChannel }) {
  const wave = (isAllowed: boolean) => {
    if (isAllowed) channel.publish("wave", {});
    else channel.publish("wave.denied", {});
  };
  const move = (x: number, y: number) => {
    open?.publish("cursor.moved", { x, y });
    void channel.publish("cursor.moved", {
      x,
      y,
    });
    const { clientEventId } = channel.publish("note.moved", { x, y });
    console.log(clientEventId);
  };
  return <button onClick={() => channel.publish("click", {})} onBlur={() => wave(true)} onMouseMove={() => move(1, 2)} />;
}
