const { Router } = require('express');
const Pusher = require('pusher');
const { pusher } = require('../pusher');

const router = Router();

router.post('/:name/feed', async (req, res) => {
  try {
    await pusher.trigger('cats', 'fed', { name: req.params.name });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  res.sendStatus(204);
});

module.exports = router;
