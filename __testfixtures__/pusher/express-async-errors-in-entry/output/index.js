const express = require('express');
require('express-async-errors');
const { router } = require('./routes');

const app = express();
app.use('/dogs', router);
module.exports = app;
