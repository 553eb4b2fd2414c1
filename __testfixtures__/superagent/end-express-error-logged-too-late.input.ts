import { Router } from 'express';
import superagent from 'superagent';

export const router = Router();

router.get('/rates', (_req, res, next) => {
  superagent.get('http://rates/latest').end((err, upstream) => {
    const { rates } = upstream.body;
    if (err) return next(err);
    res.json(rates);
  });
});
