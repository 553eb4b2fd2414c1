const router = require('express').Router();
const superagent = require('superagent');

const agent = superagent.agent();

router.get('/mails', (req, res, next) => {
  agent
    .get('http://mail/inbox')
    .then((inbox) => res.json(inbox.body))
    .catch(next);
});

module.exports = router;
