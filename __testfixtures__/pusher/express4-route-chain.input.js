const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = express.Router();

router
  .route('/stations/:id')
  .get((req, res) => res.json({ id: req.params.id }))
  .post(async (req, res) => {
    await pusher.trigger(`station-${req.params.id}`, 'updated', req.body);
    res.sendStatus(204);
  });

module.exports = router;
