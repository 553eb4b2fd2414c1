const app = require('express')();
const request = require('superagent');

app.get('/price/:symbol', (req, res, next) => {
  request
    .get('https://quotes.example.com/' + req.params.symbol)
    .end((err, quote) => {
      if (err) {
        const { status, code, message } = err;
        console.error('superagent.get failed:', { status, code, message });
        return next(err);
      }
      res.send(quote.text);
    });
});

app.listen(8080);
