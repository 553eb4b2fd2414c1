const router = require('express').Router();
const superagent = require('superagent');

router.post('/captcha', async function (req, res, next) {
  try {
    const check = await superagent
      .post('https://captcha.example.com/verify')
      .type('form')
      .send({ secret: process.env.CAPTCHA_SECRET, response: req.body.token });
    if (!check.body.success) return res.status(400).end();
  } catch (err) {
    const { status, code, message } = err;
    console.error(
      'superagent.post or the code around it failed:',
      { status, code, message },
    );
    return next(err);
  }
  next();
});

module.exports = router;
