import express from 'express';
import { reserve } from './services/stock';

export const app = express();

app.post('/stock/:sku', async (req, res) => {
  await reserve(req.params.sku);
  res.sendStatus(204);
});
