import { db } from '../../lib/db';
import { pusher, roomChannel } from '../../lib/pusher';

export function editMessage(messageId: string, text: string) {
  db.messages
    .update(messageId, text)
    .then((message) =>
      message
        ? pusher.trigger(roomChannel(message.roomId), 'message:edited', {
            id: message.id,
            text: message.text,
          })
        : undefined,
    )
    .then(() => console.log('edit delivered', messageId));
}
