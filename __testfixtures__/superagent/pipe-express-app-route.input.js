const express = require('express');
const superagent = require('superagent');

const app = express();

app.get('/tiles/:z/:x/:y', function (req, res) {
  superagent
    .get(`https://tiles.example.com/${req.params.z}/${req.params.x}/${req.params.y}.png`)
    .pipe(res);
});

app.listen(3000);
