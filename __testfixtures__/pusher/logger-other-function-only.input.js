import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export function parse(line, logger) {
  if (!line) logger.error('empty line');
  return line.split(',');
}

export async function parsed(count) {
  await pusher.trigger('csv', 'parsed', { count });
}
