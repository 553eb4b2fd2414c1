const express = require('express');
const superagent = require('superagent');

const router = express.Router();

router.get('/avatar/:id', (req, res) => {
  superagent
    .get(`https://users.example.com/${req.params.id}`)
    .then((upstream) => res.redirect(upstream.body.avatar));
});

module.exports = router;
