import express from 'express';
import Pusher from 'pusher';
import { reserve } from './services/stock';

export const app = express();

app.post('/stock/:sku', async (req, res, next) => {
  try {
    await reserve(req.params.sku);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('reserve failed:', err.status, err.message);
    } else {
      console.error('reserve failed:', String(err).split('?')[0]);
    }
    return next(err);
  }
  res.sendStatus(204);
});
