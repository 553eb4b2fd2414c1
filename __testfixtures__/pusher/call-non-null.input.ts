import Pusher from 'pusher';

export class Radio {
  private pusher: Pusher | null = null;

  start(): void {
    this.pusher = Pusher.forURL(process.env.PUSHER_URL!);
  }

  async nowPlaying(track: string): Promise<void> {
    await this.pusher!.trigger('radio', 'now-playing', { track });
  }
}
