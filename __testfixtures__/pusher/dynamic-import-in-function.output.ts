export async function notifySubscribers(articleId: string, title: string) {
  const Pusher = (await import('pusher')).default;
  const pusher = Pusher.forURL(process.env.PUSHER_URL!);

  try {
    await pusher.trigger('articles', 'published', { articleId, title });
  } catch (err) {
    const { name, status, message } = err as { name?: string; status?: number; message?: string };
    if (name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', status, message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
