const Discord = require("discord.js");
const superagent = require("superagent");

module.exports.run = async (bot, message, args) => {

    let {body} = await superagent
        .get(`https://aws.random.example.com/meow`);

    let embed = new Discord.RichEmbed()
        .setColor("#ff9900")
        .setTitle("Cat")
        .setImage(body.file);

    message.channel.send(embed);
}

module.exports.help = {
    name: "cat"
}
