// Proves the Discord simulator honest: the clients that bots are written with must find in it what they find at Discord.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test as unlimited } from 'node:test';
import { RateLimitError, REST } from '@discordjs/rest';
import { CompressionMethod, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, EmbedBuilder, Events, GatewayIntentBits, MessageFlags,
  ModalBuilder, Partials, Routes, SlashCommandBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle,
} from 'discord.js';
import { startSimulator } from './simulator.mjs';

// A client that waits in vain must not wait for ever.
const test = (name, act) => unlimited(name, { timeout: 60_000 }, act);

const intents = [
  GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages, GatewayIntentBits.MessageContent,
];

/** A simulator that must have heard nothing unexpected by the end. */
async function startDiscord(t, options) {
  const discord = await startSimulator(t, 'Bot.Discord.Simulator', options);
  discord.atEnd(async () => assert.deepEqual((await discord.control('state')).unexpected, []));
  return discord;
}

/** A simulator and a discord.js client that is logged in to it. */
async function login(t, { simulator = {}, client: more = {} } = {}) {
  const discord = await startDiscord(t, simulator);
  const client = new Client({ intents, partials: [Partials.Channel], rest: { api: `${discord.baseAddress}/api`, version: '10' }, ...more });
  discord.atEnd(() => client.destroy());
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  const state = await discord.control('state');
  return { discord, client, state, channel: await client.channels.fetch(state.channel) };
}

function rest(discord, options = {}) {
  return new REST({ api: `${discord.baseAddress}/api`, version: '10', ...options }).setToken(discord.token);
}

/** A bare shard of @discordjs/ws. */
function shards(discord, options = {}) {
  const manager = new WebSocketManager({
    token: discord.token, intents: intents.reduce((sum, bit) => sum | bit, 0), rest: rest(discord),
    fetchGatewayInformation: () => rest(discord).get(Routes.gatewayBot()), ...options,
  });
  discord.atEnd(() => manager.destroy());
  return manager;
}

const dispatched = (manager, name) => new Promise(found => {
  manager.on(WebSocketShardEvents.Dispatch, (payload) => {
    const event = payload.data ?? payload;
    if (event.t === name) found(event);
  });
});

/** What the first `count` messages say. */
const contents = (client, count) => new Promise(done => {
  const heard = [];
  client.on(Events.MessageCreate, message => {
    heard.push(message.content);
    if (heard.length === count) done(heard);
  });
});

const rejects = (promise, code, status) =>
  assert.rejects(promise, error => error.name.startsWith('DiscordAPIError') && error.code === code && (status === undefined || error.status === status));

test('login gives READY and then the guild with its channels', async t => {
  const { client, state } = await login(t);
  assert.equal(client.user.id, state.bot);
  const guild = client.guilds.cache.get(state.guild);
  assert.equal(guild.name, 'Test');
  assert.ok(guild.available);
  assert.equal(guild.channels.cache.get(state.channel).name, 'general');
  assert.equal(guild.members.me.id, state.bot);
});

test('a wrong token is refused by REST with 401', async t => {
  const discord = await startDiscord(t);
  await rejects(rest(discord).setToken('wrong').get(Routes.gatewayBot()), 0, 401);
});

test('the gateway closes with 4004 for a wrong token, 4014 for an intent that is not granted and 4013 for one that does not exist', async t => {
  const discord = await startDiscord(t, { grantedIntents: 'None' });
  for (const [options, text] of [
    [{ token: 'wrong' }, /Authentication failed/],
    [{ intents: GatewayIntentBits.MessageContent }, /disallowed intents/i],
    [{ intents: 1 << 18 }, /invalid intents/i],
  ]) {
    const manager = shards(discord, options);
    const failed = new Promise(found => manager.on(WebSocketShardEvents.Error, error => found(error.error ?? error)));
    manager.connect().catch(() => {});
    assert.match((await failed).message, text);
  }
});

test('messages are sent with embed and file, edited, deleted, and heard of', async t => {
  const { client, channel, discord } = await login(t);
  const heard = once(client, Events.MessageCreate);
  const sent = await channel.send({
    content: 'see [1]', embeds: [new EmbedBuilder().setTitle('Title').setDescription('Quote')],
    files: [{ attachment: Buffer.from('long answer'), name: 'answer.md', description: 'the rest' }],
  });
  assert.equal((await heard)[0].id, sent.id);
  assert.equal(sent.embeds[0].title, 'Title');
  assert.equal(sent.attachments.first().name, 'answer.md');
  assert.equal(sent.attachments.first().size, 11);

  const updated = once(client, Events.MessageUpdate);
  await sent.edit({ content: 'see [1] and [2]' });
  const [before, after] = await updated;
  assert.equal(before.content, 'see [1]');
  assert.equal(after.content, 'see [1] and [2]');
  assert.ok(after.editedTimestamp);
  assert.equal(after.embeds.length, 1);
  assert.deepEqual((await discord.control('message', { message: sent.id })).earlier, ['see [1]']);

  const deleted = once(client, Events.MessageDelete);
  await sent.delete();
  assert.equal((await deleted)[0].id, sent.id);
  await rejects(channel.messages.fetch(sent.id), 10008, 404);
});

test('a reply refers to its message, and pings its author unless told not to', async t => {
  const { client, discord, state } = await login(t);
  const heard = once(client, Events.MessageCreate);
  await discord.control('ask', { content: 'what is 22603?' });
  const [question] = await heard;
  assert.ok(question.mentions.has(client.user));
  const loud = await question.reply('an answer');
  const quiet = await question.reply({ content: 'an answer', allowedMentions: { parse: [], repliedUser: false } });
  assert.equal(loud.reference.messageId, question.id);
  assert.equal((await loud.fetchReference()).content, question.content);
  assert.deepEqual((await discord.control('message', { message: loud.id })).pinged.users, [state.user]);
  assert.deepEqual((await discord.control('message', { message: quiet.id })).pinged.users, []);
});

test('without MESSAGE_CONTENT only what mentions the bot, or is said to it alone, has content', async t => {
  const { client, discord } = await login(t, { client: { intents: intents.filter(bit => bit !== GatewayIntentBits.MessageContent) } });
  const heard = contents(client, 3);
  await discord.control('post', { content: 'not for the bot' });
  const asked = await discord.control('ask', { content: 'for the bot' });
  const direct = await discord.control('direct');
  await discord.control('post', { channel: direct.id, content: 'in private' });
  assert.deepEqual(await heard, ['', asked.content, 'in private']);
});

test('threads start on a message, take posts, and exist once', async t => {
  const { client, channel, discord } = await login(t);
  const heard = once(client, Events.MessageCreate);
  await discord.control('ask', { content: 'a question' });
  const [question] = await heard;
  const created = once(client, Events.ThreadCreate);
  const thread = await question.startThread({ name: 'a question', autoArchiveDuration: 1440 });
  assert.equal(thread.id, question.id);
  assert.equal((await created)[0].id, thread.id);
  assert.equal((await thread.send('an answer')).channelId, thread.id);
  await rejects(rest(discord).post(Routes.threads(channel.id, question.id), { body: { name: 'again' } }), 160004);
});

test('reactions and typing are heard of', async t => {
  const { client, channel, discord, state } = await login(t);
  await channel.sendTyping();
  const message = await channel.send('react to this');
  await message.react('👍');
  const added = new Promise(found => client.on(Events.MessageReactionAdd, (reaction, user) => user.id === state.user && found(reaction)));
  await discord.control('react', { message: message.id, emoji: '👎' });
  assert.equal((await added).emoji.name, '👎');
  assert.deepEqual((await discord.control('message', { message: message.id })).reactions, ['👍', '👎']);
});

test('direct messages reach the user', async t => {
  const { client, discord, state } = await login(t);
  const user = await client.users.fetch(state.user);
  const sent = await user.send('hello');
  assert.equal((await discord.control('message', { message: sent.id })).content, 'hello');
});

test('the same nonce, enforced, makes one message', async t => {
  const { channel, discord } = await login(t);
  const first = await channel.send({ content: 'once', nonce: 'n-1', enforceNonce: true });
  const second = await channel.send({ content: 'once', nonce: 'n-1', enforceNonce: true });
  assert.equal(second.id, first.id);
  assert.equal((await discord.control('messages')).length, 1);
});

test('bodies over the limits get 50035 with the place of each error', async t => {
  const { channel, discord } = await login(t);
  const raw = body => rest(discord).post(Routes.channelMessages(channel.id), { body });
  await raw({ content: 'x'.repeat(2000) });
  await rejects(raw({ content: 'x'.repeat(2001) }), 50035, 400);
  await rejects(raw({ embeds: Array.from({ length: 11 }, () => ({ title: 't' })) }), 50035, 400);
  await rejects(raw({ content: '' }), 50006, 400);
  await assert.rejects(raw({ embeds: [{ title: 't' }, { title: 'x'.repeat(257) }] }), error =>
    error.rawError.errors.embeds['1'].title._errors[0].code === 'BASE_TYPE_MAX_LENGTH');
});

const ask = new SlashCommandBuilder().setName('ask').setDescription('Ask the documents')
  .setDescriptionLocalizations({ 'zh-CN': '向文件提问', 'zh-TW': '向文件提問' })
  .addStringOption(option => option.setName('question').setDescription('The question').setRequired(true));
const clause = new SlashCommandBuilder().setName('clause').setDescription('Show a clause')
  .addStringOption(option => option.setName('reference').setDescription('Its number').setRequired(true).setAutocomplete(true));

/** Registers /ask and /clause and gives the next interaction that a user's act leads to. */
async function withCommands(t, options) {
  const host = await login(t, options);
  await host.client.application.commands.set([ask, clause]);
  const interaction = async (name, body) => {
    const arrived = once(host.client, Events.InteractionCreate);
    const started = await host.discord.control(name, body);
    const [received] = await arrived;
    assert.equal(received.id, started.id);
    return received;
  };
  return { ...host, interaction };
}

test('a slash command is deferred, edited and followed up, in private where it says so', async t => {
  const { interaction, discord, state } = await withCommands(t);
  const command = await interaction('command', { path: 'ask', options: { question: 'who?' } });
  assert.ok(command.isChatInputCommand());
  assert.equal(command.options.getString('question'), 'who?');
  assert.equal(command.user.id, state.user);
  assert.equal(command.locale, 'en-US');

  await command.deferReply({ flags: MessageFlags.Ephemeral });
  const { message } = await discord.control('response', { interaction: command.id });
  assert.ok((await discord.control('message', { message })).loading);
  const edited = await command.editReply('this one');
  assert.equal(edited.id, message);
  const followUp = await command.followUp({ content: 'and that', flags: MessageFlags.Ephemeral });
  for (const id of [message, followUp.id]) {
    const shown = await discord.control('message', { message: id });
    assert.ok(shown.ephemeral);
    assert.ok(!shown.loading);
  }
  assert.equal((await command.fetchReply()).content, 'this one');
  await command.deleteReply();
  assert.ok((await discord.control('message', { message })).deleted);
});

test('a public answer is heard of as a message of the bot', async t => {
  const { interaction, client } = await withCommands(t);
  const command = await interaction('command', { path: 'ask', options: { question: 'who?' } });
  const heard = once(client, Events.MessageCreate);
  const { resource } = await command.reply({ content: 'me', withResponse: true });
  const [message] = await heard;
  assert.equal(message.id, resource.message.id);
  assert.equal(message.author.id, client.user.id);
  assert.equal(message.interactionMetadata.id, command.id);
});

test('autocomplete gets its choices, and no more than 25', async t => {
  const { interaction, discord } = await withCommands(t);
  const typing = await interaction('type', { path: 'clause', option: 'reference', text: '226' });
  assert.ok(typing.isAutocomplete());
  assert.equal(typing.options.getFocused(), '226');
  const choice = n => ({ name: `2260${n}`, value: `2260${n}` });
  await rejects(typing.respond(Array.from({ length: 26 }, (_, n) => choice(n))), 50035, 400);
  typing.responded = false;
  await typing.respond([choice(2), choice(3)]);
  const { type, data } = await discord.control('response', { interaction: typing.id });
  assert.equal(type, 8);
  assert.deepEqual(data.choices.map(c => c.value), ['22602', '22603']);
});

test('buttons and menus answer with an update, a deferral or a modal', async t => {
  const { interaction, channel, discord } = await withCommands(t);
  const message = await channel.send({
    content: 'helpful?',
    components: [
      new ActionRowBuilder().addComponents(
        new ButtonBuilder().setCustomId('helpful').setLabel('Helpful').setStyle(ButtonStyle.Success),
        new ButtonBuilder().setCustomId('why').setLabel('Why?').setStyle(ButtonStyle.Secondary),
        new ButtonBuilder().setURL('https://example.org/').setLabel('Source').setStyle(ButtonStyle.Link)),
      new ActionRowBuilder().addComponents(
        new StringSelectMenuBuilder().setCustomId('which').addOptions({ label: 'one', value: '1' }, { label: 'two', value: '2' })),
    ],
  });

  const click = await interaction('click', { message: message.id, customId: 'helpful' });
  assert.ok(click.isButton());
  assert.equal(click.message.id, message.id);
  await click.update({ content: 'thanks', components: message.components });
  assert.equal((await discord.control('message', { message: message.id })).content, 'thanks');

  const chosen = await interaction('select', { message: message.id, customId: 'which', values: ['2'] });
  assert.deepEqual(chosen.values, ['2']);
  await chosen.deferUpdate();
  await chosen.editReply({ content: 'two it is' });
  assert.equal((await discord.control('message', { message: message.id })).content, 'two it is');

  const why = await interaction('click', { message: message.id, customId: 'why' });
  await why.showModal(new ModalBuilder().setCustomId('reason').setTitle('Why?').addComponents(new ActionRowBuilder().addComponents(
    new TextInputBuilder().setCustomId('text').setLabel('Reason').setStyle(TextInputStyle.Paragraph))));
  const submitted = await interaction('submitModal', { interaction: why.id, values: { text: 'because' } });
  assert.ok(submitted.isModalSubmit());
  assert.equal(submitted.fields.getTextInputValue('text'), 'because');
  await submitted.reply({ content: 'noted', flags: MessageFlags.Ephemeral });
});

test('an interaction is answered once (40060), and by its own token only (10062)', async t => {
  const { interaction, discord } = await withCommands(t);
  const command = await interaction('command', { path: 'ask', options: { question: 'who?' } });
  await command.reply('me');
  const again = token => rest(discord).post(Routes.interactionCallback(command.id, token), { body: { type: 4, data: { content: 'x' } }, auth: false });
  await rejects(again(command.token), 40060, 400);
  await rejects(again('unknown'), 10062, 404);
});

test('bulk overwrite keeps the ids of known commands', async t => {
  const { client } = await withCommands(t);
  const before = await client.application.commands.fetch();
  const after = await client.application.commands.set([ask, new SlashCommandBuilder().setName('help').setDescription('Help')]);
  const id = (commands, name) => commands.find(command => command.name === name)?.id;
  assert.equal(id(after, 'ask'), id(before, 'ask'));
  assert.deepEqual(after.map(command => command.name).sort(), ['ask', 'help']);
  await rejects(client.application.commands.set([{ name: 'Bad Name', description: 'x' }]), 50035, 400);
});

test('discord.js resumes after a cut connection and hears what it missed, once', async t => {
  const { client, discord } = await login(t);
  const heard = contents(client, 2);
  const resumed = once(client, Events.ShardResume);
  await discord.control('drop');
  await discord.control('post', { content: 'while you were away' });
  await resumed;
  await discord.control('post', { content: 'back again' });
  assert.deepEqual(await heard, ['while you were away', 'back again']);
  const resume = await discord.control('expect', { name: 'resume' });
  assert.ok(resume.viaResumeHost);
});

for (const [what, act] of [
  ['op 7', discord => discord.control('reconnect')],
  ['op 9 with true', discord => discord.control('invalidate', { resumable: true })],
  ['close code 4000', discord => discord.control('drop', { code: 4000 })],
]) {
  test(`after ${what} a shard resumes`, async t => {
    const discord = await startDiscord(t);
    const manager = shards(discord);
    const ready = dispatched(manager, 'READY');
    await manager.connect();
    await ready;
    const resumed = dispatched(manager, 'RESUMED');
    await act(discord);
    await resumed;
    assert.equal((await discord.control('state')).sessions, 1);
  });
}

for (const [what, act] of [
  ['op 9 with false', discord => discord.control('invalidate', { resumable: false })],
  ['close code 4009 and a forgotten session', async discord => {
    await discord.control('forgetSessions');
    await discord.control('drop', { code: 4009 });
  }],
  ['close code 4007', discord => discord.control('drop', { code: 4007 })],
]) {
  test(`after ${what} a shard identifies anew`, async t => {
    const discord = await startDiscord(t);
    const manager = shards(discord);
    await manager.connect();
    await discord.control('expect', { name: 'identify' });
    const ready = dispatched(manager, 'READY');
    await act(discord);
    await discord.control('expect', { name: 'identify' });
    await ready;
  });
}

test('a silent gateway is found out by its missing ACK', async t => {
  const discord = await startDiscord(t, { heartbeatInterval: '00:00:00.5' });
  const manager = shards(discord);
  await manager.connect();
  await discord.control('expect', { name: 'heartbeat' });
  await discord.control('silence');
  await discord.control('expect', { name: 'resume' });
});

test('zlib-stream keeps one context for the life of each connection, resumed ones too', async t => {
  const discord = await startDiscord(t);
  const manager = shards(discord, { compression: CompressionMethod.ZlibNative });
  const contents = [];
  let last;
  manager.on(WebSocketShardEvents.Dispatch, payload => {
    const event = payload.data ?? payload;
    if (event.t !== 'MESSAGE_CREATE') return;
    contents.push(event.d.content);
    if (event.d.content === 'last') last();
  });
  await manager.connect();
  assert.match((await discord.control('expect', { name: 'connect' })).query, /compress=zlib-stream/);
  await discord.control('post', { content: 'first 第一' });
  await discord.control('post', { content: 'second' });
  const resumed = dispatched(manager, 'RESUMED');
  await discord.control('drop');
  await resumed;
  const done = new Promise(found => { last = found; });
  await discord.control('post', { content: 'last' });
  await done;
  assert.deepEqual(contents, ['first 第一', 'second', 'last']);
});

test('shards get the events of their guilds, and the first also direct messages', async t => {
  const discord = await startDiscord(t, { shards: 2, maxConcurrency: 2 });
  await discord.control('addGuild', { name: 'even', id: String(2n << 22n) });
  await discord.control('addGuild', { name: 'odd', id: String(3n << 22n) });
  const manager = shards(discord);
  const seen = {};
  let both;
  const done = new Promise(found => { both = found; });
  manager.on(WebSocketShardEvents.Dispatch, (payload, id) => {
    const event = payload.data ?? payload;
    const shard = payload.shardId ?? id;
    if (event.t === 'GUILD_CREATE') seen[event.d.name] = shard;
    if (seen.even !== undefined && seen.odd !== undefined) both();
  });
  await manager.connect();
  await done;
  assert.equal(seen.even, 0);
  assert.equal(seen.odd, 1);
});

test('the bucket in the headers holds @discordjs/rest back before a 429', async t => {
  const discord = await startDiscord(t, {
    rateLimits: {
      default: { requests: 50, window: '00:00:01' },
      byRoute: { 'POST /channels/{channel}/messages': { requests: 2, window: '00:00:00.4' } },
    },
  });
  const { channel } = await discord.control('state');
  const client = rest(discord);
  const waits = [];
  client.on('rateLimited', info => waits.push(info));
  await Promise.all([1, 2, 3, 4, 5].map(n => client.post(Routes.channelMessages(channel), { body: { content: `${n}` } })));
  assert.equal((await discord.control('messages')).length, 5);
  assert.ok(waits.length > 0);
  assert.equal((await discord.control('state')).invalidRequests, 0);
});

test('a 429 of a bucket, of all requests and of a shared resource is waited out', async t => {
  const discord = await startDiscord(t);
  const { channel } = await discord.control('state');
  const client = rest(discord);
  for (const scope of ['user', 'global', 'shared']) {
    await discord.control('failNext', { route: 'POST /channels/{channel}/messages', fault: { kind: 'rateLimited', retryAfter: '00:00:00.2', scope } });
    await client.post(Routes.channelMessages(channel), { body: { content: scope } });
  }
  assert.deepEqual((await discord.control('messages')).map(message => message.content), ['user', 'global', 'shared']);
  assert.equal((await discord.control('state')).invalidRequests, 2);
});

test('the global limit answers 429 with global true', async t => {
  const discord = await startDiscord(t, { rateLimits: { default: { requests: 100, window: '00:00:01' }, byRoute: {}, globalPerSecond: 2 } });
  const client = rest(discord, { rejectOnRateLimit: () => true });
  const answers = await Promise.allSettled([1, 2, 3, 4].map(() => client.get(Routes.user())));
  const refused = answers.filter(answer => answer.status === 'rejected').map(answer => answer.reason);
  assert.ok(refused.length > 0);
  assert.ok(refused.every(error => error instanceof RateLimitError && error.global));
});

test('server errors before and after the deed look the same, and only the nonce tells them apart', async t => {
  const discord = await startDiscord(t);
  const { channel } = await discord.control('state');
  const client = rest(discord);
  for (const applied of [false, true]) {
    await discord.control('failNext', { route: 'POST /channels/{channel}/messages', fault: { kind: 'serverError', status: 502, applied } });
    await client.post(Routes.channelMessages(channel), { body: { content: `applied ${applied}`, nonce: `${applied}`, enforce_nonce: true } });
  }
  assert.deepEqual((await discord.control('messages')).map(message => message.content), ['applied false', 'applied true']);
});
