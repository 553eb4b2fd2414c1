import express from 'express';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = express();

app.get('/online/:room', async (req, res) => {
  const response = await pusher.get({ path: `/channels/presence-${req.params.room}/users` });
  const { users } = await response.json();
  res.json({ online: users.length });
});
