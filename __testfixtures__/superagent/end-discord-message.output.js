const Discord = require('discord.js');
const superagent = require('superagent');

const bot = new Discord.Client();

bot.on('message', message => {
    if (message.content.startsWith('!urban')) {
        superagent.get('https://urban.example.com/define')
            .query({ term: message.content.split(' ')[1] })
            .end((err, res) => {
                if (err) {
                    const { status, code, message } = err;
                    console.error(
                        'superagent.get failed:',
                        { status, code, message },
                    );
                    return;
                }
                message.channel.send(res.body.list[0].definition);
            });
    }
});

bot.login(process.env.TOKEN);
