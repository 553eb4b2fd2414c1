import Pusher from 'pusher';

export class Radio {
  private pusher: Pusher | null = null;

  start(): void {
    this.pusher = Pusher.forURL(process.env.PUSHER_URL!);
  }

  async nowPlaying(track: string): Promise<void> {
    try {
      await this.pusher!.trigger('radio', 'now-playing', { track });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
