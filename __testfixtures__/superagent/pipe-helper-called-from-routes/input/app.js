const express = require('express');
const relay = require('./lib/relay');

const app = express();

app.get('/logo', (req, res, next) => {
  try {
    relay('https://static.example.com/logo.png', res);
  } catch (err) {
    next(err);
  }
});

app.get('/banner', (req, res) => relay('https://static.example.com/banner.png', res));

module.exports = app;
