import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export const announce = async (name) => {
  const label = <b title={name}>{name}</b>;
  try {
    await pusher.trigger('people', 'joined', { name, label: label.props.title });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return label;
};
