class Pusher {
  async trigger(channel: string, event: string): Promise<string> {
    return `${channel}/${event}`;
  }
  async sendToUser(userId: string): Promise<string> {
    return userId;
  }
}

const pusher = new Pusher();

export async function run(): Promise<string> {
  await pusher.sendToUser('7');
  return pusher.trigger('a', 'b');
}
