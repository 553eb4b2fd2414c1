const bans = require('@acme/bans');

exports.block = bans.block;
exports.isBlocked = bans.isBlocked;
exports.terminate = bans.terminate;
exports.unblock = bans.unblock;
