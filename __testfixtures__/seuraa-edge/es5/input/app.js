var seuraa = require('@seuraa/edge/browser')
var backend = require('@seuraa/edge/backend')

var edge = new seuraa.Client({ appKey: 'k' })
var room = edge.channel('public:room')
room.subscribe('a', function (event) {
  console.log(event.data)
})

function beat() {
  room.publish('beat', {})
}
setInterval(beat, 1000)

var server = new backend.Client({ appKey: 'k', appSecret: 's' })
server.channels.publish('private:a', 'b', {})
