const { Router } = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = Router();

router.post('/walk', async (req, res) => {
  await pusher.trigger('dogs', 'walked', { name: req.body.name });
  res.sendStatus(204);
});

module.exports = { router };
