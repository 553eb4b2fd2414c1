import { useCallback, useEffect, useRef, useState } from 'react';
import { rtUrl } from './config';
import { afterClose, isWelcome, noteGoingAway, refusalOf, sendFrame } from './metered-frames';

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

      ws.addEventListener('message', (event) => {
        if (!isWelcome(event.data)) return;
        setOnline(true);
        sendFrame(ws, { type: 'subscribe', channel: room }).catch((err: unknown) => {
          console.error('subscribe failed:', String(err));
        });
      });

      ws.onmessage = (event) => {
        let frame: ReturnType<typeof JSON.parse>;
        try {
          frame = JSON.parse(event.data);
        } catch (err) {
          console.error('metered-realtime sent an unreadable frame:', String(err));
          return;
        }
        const refusal = refusalOf(frame);
        if (refusal) console.error('metered-realtime refused:', refusal);
        noteGoingAway(frame);
        if (frame.type === 'message') {
          setMessages((prev) => [...prev, frame.data]);
        }
      };

      ws.onclose = (event) => {
        setOnline(false);
        if (!cancelled) {
          const next = afterClose(event.code);
          console.error('metered-realtime:', next.why);
          if (!next.stop) timer = setTimeout(connect, Math.max(2000, next.waitMs));
        }
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
      if (wsRef.current) {
        sendFrame(wsRef.current, { type: 'publish', channel: room, data: { id: crypto.randomUUID(), text } }).catch((err: unknown) => {
          console.error('publish failed:', String(err));
        });
      }
    },
    [room],
  );

  return { messages, online, send };
}
