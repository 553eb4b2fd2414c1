var superagent = require('superagent')

module.exports = function (form, cb) {
    superagent
        .post('/contact')
        .type('form')
        .send(form)
        .end(function (err, res) {
            cb(res.body)
        })
}
