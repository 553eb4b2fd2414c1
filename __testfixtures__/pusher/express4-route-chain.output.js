const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = express.Router();

router
  .route('/stations/:id')
  .get((req, res) => res.json({ id: req.params.id }))
  .post(async (req, res, next) => {
    try {
      await pusher.trigger(`station-${req.params.id}`, 'updated', req.body);
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      return next(err);
    }
    res.sendStatus(204);
  });

module.exports = router;
