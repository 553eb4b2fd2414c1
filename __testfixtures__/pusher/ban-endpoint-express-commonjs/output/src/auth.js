const express = require('express');
const pusher = require('./pusher');
const { isBlocked } = require('./ban-flow');

const router = express.Router();

router.post('/pusher/user-auth', async function (req, res, next) {
  try {
    const user = { id: req.session.userId, user_info: {} };
    if (await isBlocked(req.session.userId)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.send(pusher.authenticateUser(req.body.socket_id, user));
  } catch (err) {
    next(err);
  }
});

module.exports = router;
