export async function notifySubscribers(articleId: string, title: string) {
  const Pusher = (await import('pusher')).default;
  const pusher = Pusher.forURL(process.env.PUSHER_URL!);

  try {
    await pusher.trigger('articles', 'published', { articleId, title });
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
