import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function themeChanged(theme: string): Promise<void> {
  try {
    await pusher.trigger('themes', 'changed', { theme });
  } catch (err) {
    if (
      err instanceof Error &&
      err.name === 'PusherRequestError' &&
      'status' in err
    ) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
