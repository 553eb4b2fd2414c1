import express from 'express';
import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = express();

async function reserve(sku: string): Promise<void> {
  await db.stock.reserve(sku);
  await pusher.trigger('stock', 'reserved', { sku });
}

app.post('/stock/:sku/reservations', async (req, res, next) => {
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
  res.sendStatus(201);
});
