import express from 'express';
import superagent from 'superagent';

export const app = express();

app.get('/status', async (_req, res) => {
  const upstream = await superagent.get('http://inventory:8080/status');
  res.json(upstream.body);
});
