import Pusher from 'pusher';

export class ScoreBoard {
  private readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  private emit(event: string, data: object) {
    return this.pusher.trigger('scores', event, data);
  }

  async goal(team: string): Promise<void> {
    try {
      await this.emit('goal', { team });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('emit failed:', err.status, err.message);
      } else {
        console.error('emit failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }

  foul(player: number): void {
    (async () => this.emit('foul', { player }))().catch((err: unknown) => {
      if (err instanceof Pusher.RequestError) {
        console.error('emit failed:', err.status, err.message);
      } else {
        console.error('emit failed:', String(err).split('?')[0]);
      }
    });
  }
}
