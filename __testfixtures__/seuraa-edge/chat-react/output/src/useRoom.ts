import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { edge } from "./edge";
import { edgeRefusal } from "./seuraa-errors";

interface Message {
  id: string;
  text: string;
}

export function useRoom(roomId: string) {
  const channel = useMemo(() => edge.channel(`private:room-${roomId}`), [roomId]);
  const [messages, setMessages] = useState<Message[]>([]);
  const typing = useRef<number>(0);

  useEffect(() => {
    const stopErrors = channel.onRawEvent((event) => {
      const refusal = edgeRefusal(event);
      if (refusal) console.error("seuraa-edge refused:", refusal);
    });
    const remove = channel.subscribe<Message>("message.created", (event) => {
      setMessages((old) => [...old, event.data]);
    });
    return () => {
      stopErrors();
      remove();
    };
  }, [channel]);

  const send = useCallback(
    (text: string) => {
      if (!channel.publish("message.created", { id: crypto.randomUUID(), text }).sent) {
        console.error("message.created was not sent, the socket is away");
      }
    },
    [channel],
  );

  const onType = () => {
    if (Date.now() - typing.current > 2000) {
      if (!channel.publish("typing", {}).sent) {
        console.error("typing was not sent, the socket is away");
      }
    }
    typing.current = Date.now();
  };

  return { messages, send, onType };
}
