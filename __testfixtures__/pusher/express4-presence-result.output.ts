import express from 'express';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = express();

app.get('/online/:room', async (req, res, next) => {
  try {
    const response = await pusher.get({ path: `/channels/presence-${req.params.room}/users` });
    const { users } = await response.json();
    res.json({ online: users.length });
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    }
    next(err);
  }
});
