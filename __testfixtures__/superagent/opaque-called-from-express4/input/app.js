const express = require('express');
const geo = require('./services/geo');

const app = express();

app.get('/whereami', async (req, res) => {
  const country = await geo.locate(req.ip);
  res.json({ country });
});

app.listen(3000);
