import Pusher from 'pusher';

export class Whiteboard {
  private readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  draw = async (boardId: string, stroke: number[]) => {
    try {
      await this.pusher.trigger(`board-${boardId}`, 'stroke', { stroke });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  };

  clear = (boardId: string) => this.pusher.trigger(`board-${boardId}`, 'clear', {}).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  });
}
