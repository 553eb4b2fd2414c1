const express = require('express');
const pusher = require('./pusher');

const router = express.Router();

router.post('/pusher/user-auth', function (req, res) {
  const user = { id: req.session.userId, user_info: {} };
  res.send(pusher.authenticateUser(req.body.socket_id, user));
});

module.exports = router;
