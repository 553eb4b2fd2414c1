import { Router } from 'express';
import superagent from 'superagent';

export const router = Router();

router.get('/rates', (_req, res, next) => {
  superagent.get('http://rates/latest').end((err, upstream) => {
    if (err) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
      return next(err);
    }
    const { rates } = upstream.body;
    if (err) return next(err);
    res.json(rates);
  });
});
