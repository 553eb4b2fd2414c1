export async function notifySubscribers(articleId: string, title: string) {
  const Pusher = (await import('pusher')).default;
  const pusher = Pusher.forURL(process.env.PUSHER_URL!);

  await pusher.trigger('articles', 'published', { articleId, title });
}
