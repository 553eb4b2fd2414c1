import { useEffect, useState } from 'react';
import superagent from 'superagent';

export function Clock() {
  const [time, setTime] = useState('');

  useEffect(() => {
    (async () => {
      try {
        const res = await superagent.get('/api/time');
        setTime(res.body.time);
      } catch (err) {
        const { status, code, message } = err as {
          status?: number;
          code?: string;
          message?: string;
        };
        console.error(
          'superagent.get or the code around it failed:',
          { status, code, message },
        );
      }
    })();
  }, []);

  return <time>{time}</time>;
}
