import { randomUUID } from 'node:crypto';

export interface User {
  id: string;
  name: string;
  email: string;
  role: 'member' | 'moderator';
  bannedAt: Date | null;
}

export interface Room {
  id: string;
  name: string;
  memberIds: string[];
}

export interface Message {
  id: string;
  roomId: string;
  authorId: string;
  text: string;
  createdAt: Date;
  editedAt: Date | null;
  reactions: Record<string, string[]>;
}

const users = new Map<string, User>();
const rooms = new Map<string, Room>();
const messages = new Map<string, Message>();
const readMarkers = new Map<string, string>();

for (const [id, name, role] of [
  ['u_ada', 'Ada', 'moderator'],
  ['u_bo', 'Bo', 'member'],
  ['u_cem', 'Cem', 'member'],
] as const) {
  users.set(id, { id, name, email: `${name.toLowerCase()}@example.com`, role, bannedAt: null });
}
rooms.set('general', { id: 'general', name: 'General', memberIds: [...users.keys()] });

export const db = {
  users: {
    async find(id: string): Promise<User | undefined> {
      return users.get(id);
    },
    async findByName(name: string): Promise<User | undefined> {
      return [...users.values()].find((user) => user.name.toLowerCase() === name.toLowerCase());
    },
    async all(): Promise<User[]> {
      return [...users.values()];
    },
    async ban(id: string): Promise<void> {
      const user = users.get(id);
      if (user) user.bannedAt = new Date();
    },
  },
  rooms: {
    async find(id: string): Promise<Room | undefined> {
      return rooms.get(id);
    },
    async all(): Promise<Room[]> {
      return [...rooms.values()];
    },
    async ofUser(userId: string): Promise<Room[]> {
      return [...rooms.values()].filter((room) => room.memberIds.includes(userId));
    },
    async create(name: string, memberIds: string[]): Promise<Room> {
      const room = { id: randomUUID(), name, memberIds };
      rooms.set(room.id, room);
      return room;
    },
    async addMember(roomId: string, userId: string): Promise<void> {
      rooms.get(roomId)?.memberIds.push(userId);
    },
    async removeMember(roomId: string, userId: string): Promise<void> {
      const room = rooms.get(roomId);
      if (room) room.memberIds = room.memberIds.filter((id) => id !== userId);
    },
  },
  messages: {
    async create(roomId: string, authorId: string, text: string): Promise<Message> {
      const message: Message = {
        id: randomUUID(),
        roomId,
        authorId,
        text,
        createdAt: new Date(),
        editedAt: null,
        reactions: {},
      };
      messages.set(message.id, message);
      return message;
    },
    async find(id: string): Promise<Message | undefined> {
      return messages.get(id);
    },
    async update(id: string, text: string): Promise<Message | undefined> {
      const message = messages.get(id);
      if (message) Object.assign(message, { text, editedAt: new Date() });
      return message;
    },
    async react(id: string, userId: string, emoji: string): Promise<Message | undefined> {
      const message = messages.get(id);
      if (message) (message.reactions[emoji] ??= []).push(userId);
      return message;
    },
    async remove(id: string): Promise<void> {
      messages.delete(id);
    },
    async since(date: Date): Promise<Message[]> {
      return [...messages.values()].filter((message) => message.createdAt >= date);
    },
  },
  readMarkers: {
    async set(roomId: string, userId: string, messageId: string): Promise<void> {
      readMarkers.set(`${roomId}:${userId}`, messageId);
    },
  },
};
