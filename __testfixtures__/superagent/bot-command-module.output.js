const Discord = require("discord.js");
const superagent = require("superagent");

module.exports.run = async (bot, message, args) => {

    try {
        let {body} = await superagent
            .get(`https://aws.random.example.com/meow`);

        let embed = new Discord.RichEmbed()
            .setColor("#ff9900")
            .setTitle("Cat")
            .setImage(body.file);

        message.channel.send(embed);
    } catch (err) {
        const { status, code, message } = err;
        console.error(
            "superagent.get or the code around it failed:",
            { status, code, message },
        );
        throw err;
    }
}

module.exports.help = {
    name: "cat"
}
