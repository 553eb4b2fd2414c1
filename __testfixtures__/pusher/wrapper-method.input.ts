import Pusher from 'pusher';

export class ScoreBoard {
  private readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  private emit(event: string, data: object) {
    return this.pusher.trigger('scores', event, data);
  }

  async goal(team: string): Promise<void> {
    await this.emit('goal', { team });
  }

  foul(player: number): void {
    this.emit('foul', { player });
  }
}
