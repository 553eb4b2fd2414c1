import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export function parse(line, logger) {
  if (!line) logger.error('empty line');
  return line.split(',');
}

export async function parsed(count) {
  try {
    await pusher.trigger('csv', 'parsed', { count });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
