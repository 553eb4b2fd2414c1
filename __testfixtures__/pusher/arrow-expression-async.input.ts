import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const notifyCourier = async (courierId: string, parcelId: string) =>
  await pusher.sendToUser(courierId, 'parcel-assigned', { parcelId });
