import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const notifyCourier = async (courierId: string, parcelId: string) => {
  try {
    return await pusher.sendToUser(courierId, 'parcel-assigned', { parcelId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
