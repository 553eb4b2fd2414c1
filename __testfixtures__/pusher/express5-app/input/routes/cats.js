const { Router } = require('express');
const { pusher } = require('../pusher');

const router = Router();

router.post('/:name/feed', async (req, res) => {
  await pusher.trigger('cats', 'fed', { name: req.params.name });
  res.sendStatus(204);
});

module.exports = router;
