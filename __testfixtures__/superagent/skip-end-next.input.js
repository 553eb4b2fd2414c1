const router = require('express').Router();
const superagent = require('superagent');

router.get('/user', (req, res, next) => {
  superagent.get('http://users/me').end((err, user) => {
    if (err) return next(err);
    res.json(user.body);
  });
});

module.exports = router;
