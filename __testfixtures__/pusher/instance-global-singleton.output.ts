import Pusher from 'pusher';

declare global {
  var pusherServer: Pusher | undefined;
}

const pusherServer = (globalThis.pusherServer ??= new Pusher({
  appId: process.env.PUSHER_APP_ID!,
  key: process.env.NEXT_PUBLIC_PUSHER_KEY!,
  secret: process.env.PUSHER_SECRET!,
  cluster: 'us3',
  useTLS: true,
}));

export async function pollVoted(pollId: string, option: number) {
  try {
    await pusherServer.trigger(`poll-${pollId}`, 'vote', { option });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
