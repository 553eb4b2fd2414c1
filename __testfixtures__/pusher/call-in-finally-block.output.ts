import Pusher from 'pusher';
import { convert } from './video';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function transcode(videoId: string): Promise<void> {
  try {
    await convert(videoId);
  } catch (err) {
    console.error('transcoding failed', videoId);
  } finally {
    try {
      await pusher.trigger(`video-${videoId}`, 'finished', {});
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
