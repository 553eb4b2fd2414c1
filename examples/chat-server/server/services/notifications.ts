import { db, type Message, type Room } from '../../lib/db';
import { pusher, roomChannel } from '../../lib/pusher';

export const announceRoomChange = (roomId: string, event: string, payload: object) =>
  pusher.trigger(roomChannel(roomId), event, payload);

export async function notifyMentioned(message: Message, room: Room) {
  const names = message.text.match(/@(\w+)/g) ?? [];
  const mentioned = await Promise.all(names.map((name) => db.users.findByName(name.slice(1))));
  const recipients = mentioned.filter((user) => user && room.memberIds.includes(user.id));

  await Promise.all(
    recipients.map((user) =>
      pusher.sendToUser(user!.id, 'mention', {
        messageId: message.id,
        roomId: room.id,
        preview: message.text.slice(0, 80),
      }),
    ),
  );
}
