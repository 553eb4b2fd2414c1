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
  await pusher.trigger(`board-${boardId}`, 'cards', { cards });
};
