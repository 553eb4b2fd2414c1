const { Router } = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = Router();

router.post('/walk', async (req, res) => {
  try {
    await pusher.trigger('dogs', 'walked', { name: req.body.name });
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

module.exports = { router };
