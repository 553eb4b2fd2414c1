import { useEffect, useState } from 'react';
import superagent from 'superagent';

export function Clock() {
  const [time, setTime] = useState('');

  useEffect(() => {
    (async () => {
      const res = await superagent.get('/api/time');
      setTime(res.body.time);
    })();
  }, []);

  return <time>{time}</time>;
}
