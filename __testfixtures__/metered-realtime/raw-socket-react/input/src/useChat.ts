import { useCallback, useEffect, useRef, useState } from 'react';
import { rtUrl } from './config';

export interface ChatMessage {
  id: string;
  text: string;
}

export function useChat(room: string) {
  const wsRef = useRef<WebSocket | null>(null);
  const [messages, setMessages] = useState<ChatMessage[]>([]);
  const [online, setOnline] = useState(false);

  useEffect(() => {
    let cancelled = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function connect() {
      const ws = new WebSocket(rtUrl());
      wsRef.current = ws;

      ws.onopen = () => {
        setOnline(true);
        ws.send(JSON.stringify({ type: 'subscribe', channel: room }));
      };

      ws.onmessage = (event) => {
        const frame = JSON.parse(event.data);
        if (frame.type === 'message') {
          setMessages((prev) => [...prev, frame.data]);
        }
      };

      ws.onclose = () => {
        setOnline(false);
        if (!cancelled) timer = setTimeout(connect, 2000);
      };
    }

    connect();
    return () => {
      cancelled = true;
      clearTimeout(timer);
      wsRef.current?.close();
    };
  }, [room]);

  const send = useCallback(
    (text: string) => {
      wsRef.current?.send(JSON.stringify({ type: 'publish', channel: room, data: { id: crypto.randomUUID(), text } }));
    },
    [room],
  );

  return { messages, online, send };
}
