import { Server } from 'socket.io';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const io = new Server();

io.on('connection', (socket) => {
  socket.on('bid', async (lot: string, amount: number) => {
    await pusher.trigger(`lot-${lot}`, 'bid', { amount });
  });
});
