import Pusher from 'pusher';

let pusher: Pusher | undefined;

export function connect(url: string) {
  pusher = Pusher.forURL(url);
}

export async function cursorMoved(docId: string, x: number, y: number) {
  await pusher?.trigger(`doc-${docId}`, 'cursor', { x, y });
}
