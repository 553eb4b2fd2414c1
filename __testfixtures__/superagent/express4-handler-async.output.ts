import express from 'express';
import superagent from 'superagent';

export const app = express();

app.get('/weather/:city', async (req, res, next) => {
  try {
    const { body } = await superagent.get('https://weather.example.com/v1').query({ q: req.params.city });
    res.json({ temperature: body.temp });
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get or the code around it failed:', { status, code, message });
    next(err);
  }
});
