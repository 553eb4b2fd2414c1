import Pusher from 'pusher';

let instance;

export const getPusherInstance = () => {
  if (!instance) {
    instance = Pusher.forURL(process.env.PUSHER_URL);
  }
  return instance;
};

export const updateBoard = async (boardId, cards) => {
  const pusher = getPusherInstance();
  try {
    await pusher.trigger(`board-${boardId}`, 'cards', { cards });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
