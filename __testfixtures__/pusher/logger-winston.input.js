const winston = require('winston');
const Pusher = require('pusher');

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });
const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.closeTicket = async (ticketId) => {
  logger.info('closing ticket', { ticketId });
  await pusher.trigger('tickets', 'closed', { ticketId });
};
