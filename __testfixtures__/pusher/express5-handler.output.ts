import express from 'express';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = express();

app.post('/recipes/:id/like', async (req, res) => {
  try {
    await pusher.trigger('recipes', 'liked', { id: req.params.id });
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
