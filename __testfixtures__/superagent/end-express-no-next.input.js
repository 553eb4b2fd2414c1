const app = require('express')();
const request = require('superagent');

app.get('/price/:symbol', (req, res) => {
  request
    .get('https://quotes.example.com/' + req.params.symbol)
    .end((err, quote) => {
      res.send(quote.text);
    });
});

app.listen(8080);
