import Pusher from 'pusher';

export class Whiteboard {
  private readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  draw = async (boardId: string, stroke: number[]) => {
    await this.pusher.trigger(`board-${boardId}`, 'stroke', { stroke });
  };

  clear = (boardId: string) => this.pusher.trigger(`board-${boardId}`, 'clear', {});
}
