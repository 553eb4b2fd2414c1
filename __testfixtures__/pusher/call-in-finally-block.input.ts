import Pusher from 'pusher';
import { convert } from './video';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function transcode(videoId: string): Promise<void> {
  try {
    await convert(videoId);
  } catch (err) {
    console.error('transcoding failed', videoId);
  } finally {
    await pusher.trigger(`video-${videoId}`, 'finished', {});
  }
}
