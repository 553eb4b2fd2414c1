const express = require('express');
const superagent = require('superagent');

const router = express.Router();

router.get('/avatar/:id', (req, res, next) => {
  superagent
    .get(`https://users.example.com/${req.params.id}`)
    .then((upstream) => res.redirect(upstream.body.avatar))
    .catch((err) => {
      const { status, code, message } = err;
      console.error(
        'superagent.get or the code around it failed:',
        { status, code, message },
      );
      next(err);
    });
});

module.exports = router;
