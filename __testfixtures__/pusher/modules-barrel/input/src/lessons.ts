import { channelOf, mail, realtime } from './services';

export async function lessonMoved(id: string): Promise<void> {
  await mail.send(id);
  await realtime.trigger(channelOf(id), 'moved', { id });
  await mail.realtime.trigger();
}
