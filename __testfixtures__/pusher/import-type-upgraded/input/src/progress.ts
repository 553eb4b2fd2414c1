import type Pusher from 'pusher';

export class Progress {
  constructor(private readonly pusher: Pusher, private readonly channel: string) {}

  async step(done: number, total: number): Promise<void> {
    await this.pusher.trigger(this.channel, 'progress', { done, total });
  }
}
