import type Pusher from 'pusher';

export type Trigger = Pusher['trigger'];
export type Answer = ReturnType<Pusher['get']>;
export type Params = Parameters<typeof Pusher.prototype.trigger>;

export interface Realtime {
  trigger: Trigger;
  connect(pusher: Pick<Pusher, 'trigger' | 'sendToUser'>): void;
}
