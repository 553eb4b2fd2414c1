import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export const announce = async (name) => {
  const label = <b title={name}>{name}</b>;
  await pusher.trigger('people', 'joined', { name, label: label.props.title });
  return label;
};
