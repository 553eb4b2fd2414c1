import { Server } from 'socket.io';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const io = new Server();

io.on('connection', (socket) => {
  socket.on('bid', async (lot: string, amount: number) => {
    try {
      await pusher.trigger(`lot-${lot}`, 'bid', { amount });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    }
  });
});
