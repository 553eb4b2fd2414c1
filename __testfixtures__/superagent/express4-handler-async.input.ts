import express from 'express';
import superagent from 'superagent';

export const app = express();

app.get('/weather/:city', async (req, res) => {
  const { body } = await superagent.get('https://weather.example.com/v1').query({ q: req.params.city });
  res.json({ temperature: body.temp });
});
