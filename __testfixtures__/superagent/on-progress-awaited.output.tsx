import superagent from 'superagent';
import { useState } from 'react';

export function Upload({ file }: { file: File }) {
  const [percent, setPercent] = useState(0);

  async function start(): Promise<void> {
    try {
      const res = await superagent
        .post('/upload')
        .attach('file', file)
        .on('progress', (event) => setPercent(event.percent ?? 0));
      console.log('stored as', res.body.id);
    } catch (err) {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      console.error(
        'superagent.post or the code around it failed:',
        { status, code, message },
      );
    }
  }

  return <button onClick={start}>{percent}%</button>;
}
