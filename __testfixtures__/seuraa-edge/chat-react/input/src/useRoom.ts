import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { edge } from "./edge";

interface Message {
  id: string;
  text: string;
}

export function useRoom(roomId: string) {
  const channel = useMemo(() => edge.channel(`private:room-${roomId}`), [roomId]);
  const [messages, setMessages] = useState<Message[]>([]);
  const typing = useRef<number>(0);

  useEffect(() => {
    const remove = channel.subscribe<Message>("message.created", (event) => {
      setMessages((old) => [...old, event.data]);
    });
    return remove;
  }, [channel]);

  const send = useCallback(
    (text: string) => {
      channel.publish("message.created", { id: crypto.randomUUID(), text });
    },
    [channel],
  );

  const onType = () => {
    if (Date.now() - typing.current > 2000) channel.publish("typing", {});
    typing.current = Date.now();
  };

  return { messages, send, onType };
}
