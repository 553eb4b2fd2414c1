const winston = require('winston');
const Pusher = require('pusher');

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });
const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.closeTicket = async (ticketId) => {
  logger.info('closing ticket', { ticketId });
  try {
    await pusher.trigger('tickets', 'closed', { ticketId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      logger.error(`pusher.trigger failed: ${err.status} ${err.message}`);
    } else {
      logger.error(`pusher.trigger failed: ${String(err).split('?')[0]}`);
    }
    throw err;
  }
};
