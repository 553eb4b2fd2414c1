var seuraa = require('@seuraa/edge/browser')
var backend = require('@seuraa/edge/backend')
var edgeRefusal = require('./seuraa-errors').edgeRefusal
var edgeHttpStatus = require('./seuraa-errors').edgeHttpStatus

var edge = new seuraa.Client({ appKey: 'k' })
var room = edge.channel('public:room')
room.onRawEvent(function (event) {
  var refusal = edgeRefusal(event)
  if (refusal) console.error('seuraa-edge refused:', refusal)
})
room.onStatus(function (event) {
  if (event.status === 'error' || event.status === 'retrying') console.error('seuraa-edge connection:', event.status)
})
room.subscribe('a', function (event) {
  console.log(event.data)
})

function beat() {
  if (!room.publish('beat', {}).sent) {
    console.error('beat was not sent, the socket is away')
  }
}
setInterval(beat, 1000)

var server = new backend.Client({ appKey: 'k', appSecret: 's' })
server.channels.publish('private:a', 'b', {}).catch(function (err) {
  console.error(
    'edge.channels.publish failed:',
    edgeHttpStatus(err) || String(err)
  )
})
