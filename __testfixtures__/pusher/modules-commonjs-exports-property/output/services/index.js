module.exports = {
  realtime: require('../realtime'),
  ...require('./clock'),
};
