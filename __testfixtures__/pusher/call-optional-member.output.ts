import Pusher from 'pusher';

let pusher: Pusher | undefined;

export function connect(url: string) {
  pusher = Pusher.forURL(url);
}

export async function cursorMoved(docId: string, x: number, y: number) {
  try {
    await pusher?.trigger(`doc-${docId}`, 'cursor', { x, y });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
