import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

class Channel {
  async send(text: string): Promise<void> {
    await pusher.trigger('texts', 'sent', { text });
  }
}

class SafeChannel extends Channel {
  override async send(text: string): Promise<void> {
    try {
      await super.send(text);
    } catch (error) {
      console.error('text not sent');
    }
  }
}

export const say = (text: string) => new SafeChannel().send(text);
