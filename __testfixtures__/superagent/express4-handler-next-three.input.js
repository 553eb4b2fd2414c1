const router = require('express').Router();
const superagent = require('superagent');

router.post('/captcha', async function (req, res, next) {
  const check = await superagent
    .post('https://captcha.example.com/verify')
    .type('form')
    .send({ secret: process.env.CAPTCHA_SECRET, response: req.body.token });
  if (!check.body.success) return res.status(400).end();
  next();
});

module.exports = router;
