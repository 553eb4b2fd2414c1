const express = require('express');
const geo = require('./services/geo');

const app = express();

app.get('/whereami', async (req, res, next) => {
  try {
    const country = await geo.locate(req.ip);
    res.json({ country });
  } catch (err) {
    const { status, code, message } = err;
    console.error(
      'geo.locate or the code around it failed:',
      { status, code, message },
    );
    next(err);
  }
});

app.listen(3000);
