import express from 'express';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = express();

app.post('/recipes/:id/like', async (req, res) => {
  await pusher.trigger('recipes', 'liked', { id: req.params.id });
  res.sendStatus(204);
});
