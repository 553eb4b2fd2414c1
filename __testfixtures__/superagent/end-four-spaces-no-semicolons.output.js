var superagent = require('superagent')

module.exports = function (form, cb) {
    superagent
        .post('/contact')
        .type('form')
        .send(form)
        .end(function (err, res) {
            if (err) {
                console.error(
                    'superagent.post failed:',
                    err.status || err.code,
                    err.message
                )
                return
            }
            cb(res.body)
        })
}
