const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

module.exports = async function publishDraft(draft) {
  if (draft.public) {
    try {
      await pusher.trigger('drafts', 'published', { id: draft.id, title: draft.title });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
  return draft.id;
};
