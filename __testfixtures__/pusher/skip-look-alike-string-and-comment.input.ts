import Pusher from 'pusher';

export const pusher = Pusher.forURL(process.env.PUSHER_URL!);

// await pusher.trigger('docs', 'example', {});
export const example = `
  import Pusher from 'pusher';
  await pusher.trigger('my-channel', 'my-event', { message: 'hello' });
`;

/* pusher.sendToUser('1', 'x', {}); */
export const hint = "call pusher.trigger('a', 'b', {}) to send";
