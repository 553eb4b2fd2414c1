const express = require('express');
const superagent = require('superagent');

const router = express.Router();

router.get('/news', function (req, res, next) {
  superagent.get('https://news.example.com/feed').end(function (err, feed) {
    if (err) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
      return next(err);
    }
    res.render('news', { items: feed.body.items });
  });
});

module.exports = router;
