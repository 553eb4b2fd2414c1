import express from 'express';
import superagent from 'superagent';

export const app = express();

app.get('/status', async (_req, res) => {
  try {
    const upstream = await superagent.get('http://inventory:8080/status');
    res.json(upstream.body);
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
    throw err;
  }
});
