const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

module.exports = async function publishDraft(draft) {
  if (draft.public)
    await pusher.trigger('drafts', 'published', { id: draft.id, title: draft.title });
  return draft.id;
};
