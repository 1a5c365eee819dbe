// Proves the Slack simulator honest: Slack's own libraries must find in it what they find at Slack.
import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { test } from 'node:test';
import bolt from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { ErrorCode, LogLevel, WebClient } from '@slack/web-api';
import { startSimulator } from './simulator.mjs';

const { App, Assistant } = bolt;
const fastRetries = { retries: 2, factor: 1, minTimeout: 1, maxTimeout: 1 };

/** A simulator with Ann in #general. Nothing may be unexpected at the end, but for what `mistakes` matches. */
async function startSlack(t, options = {}, mistakes = []) {
  // Slack leaves TCP open after the close handshake, which costs this library seconds at each close: one test is enough for that.
  const slack = await startSimulator(t, 'Bot.Slack.Simulator', { leavesTcpOpen: 0, ...options });
  const ann = await slack.control('user', { name: 'ann' });
  const general = await slack.control('channel', { name: 'general', members: [ann.id] });
  slack.atEnd(async () => {
    const unexpected = await slack.control('unexpected');
    assert.deepEqual(unexpected.filter(what => !mistakes.some(mistake => mistake.test(what))), []);
    for (const mistake of mistakes) assert.ok(unexpected.some(what => mistake.test(what)), `${mistake} should have been noted`);
  });
  return { slack, ann, general };
}

const webClient = (slack, options = {}, token = slack.botToken) =>
  new WebClient(token, { slackApiUrl: slack.apiBaseAddress, logLevel: LogLevel.ERROR, retryConfig: { retries: 0 }, ...options });

/** A started socket-mode client; `wait(type)` gives the next message of a type with its ack. */
async function startSockets(slack, options = {}) {
  const client = new SocketModeClient({
    appToken: slack.appToken, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: slack.apiBaseAddress },
    // Before it connects again, the library waits as long.
    clientPingTimeout: 1500, ...options,
  });
  client.on('error', () => {});
  slack.atEnd(() => client.disconnect());
  await client.start();
  return { client, wait: name => next(client, name) };
}

/** A started Bolt app. */
async function startApp(slack, prepare, options = {}) {
  const app = new App({
    token: slack.botToken, appToken: slack.appToken, socketMode: true, logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiBaseAddress }, ...options,
  });
  prepare(app);
  slack.atEnd(() => app.stop());
  await app.start();
  await slack.control('connected');
  return app;
}

/** The next event of a name. An 'error' in between is part of the fault and doesn't end the wait, as it would with `once`. */
const next = (client, name) => new Promise(found => {
  client.once(name, found);
});

const platformError = code => error => error.code === ErrorCode.PlatformError && error.data.error === code;

const button = (action_id, value) => ({
  type: 'actions', block_id: 'buttons', elements: [{ type: 'button', action_id, value, text: { type: 'plain_text', text: 'Show' } }],
});

const pickerModal = {
  type: 'modal', callback_id: 'clause', title: { type: 'plain_text', text: 'Clause' }, submit: { type: 'plain_text', text: 'Show' },
  blocks: [{
    type: 'input', block_id: 'which', label: { type: 'plain_text', text: 'Clause' },
    element: { type: 'external_select', action_id: 'clause', min_query_length: 1 },
  }],
};

const modal = text => ({
  type: 'modal', callback_id: 'passage', title: { type: 'plain_text', text: 'Passage' },
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }],
});

// Web API

test('auth.test says who the bot is and which scopes it has', async t => {
  const { slack } = await startSlack(t);
  const auth = await webClient(slack).auth.test();
  assert.equal(auth.user_id, slack.botUserId);
  assert.equal(auth.team_id, slack.teamId);
  assert.ok(auth.response_metadata.scopes.includes('chat:write'));
});

test('a posted message is edited and read back with blocks and metadata', async t => {
  const { slack, general } = await startSlack(t);
  const web = webClient(slack);
  const metadata = { event_type: 'answer', event_payload: { answer_id: 'a1' } };
  const posted = await web.chat.postMessage({ channel: general.id, text: 'one', blocks: [button('show', '1')], metadata });
  await web.chat.update({ channel: general.id, ts: posted.ts, text: 'two' });
  const reply = await web.chat.postMessage({ channel: general.id, thread_ts: posted.ts, text: 'below' });
  const plain = await web.conversations.replies({ channel: general.id, ts: posted.ts });
  const full = await web.conversations.replies({ channel: general.id, ts: posted.ts, include_all_metadata: true });
  assert.deepEqual(full.messages.map(message => message.text), ['two', 'below']);
  assert.equal(full.messages[0].edited.user, slack.botUserId);
  assert.equal(full.messages[0].blocks[0].elements[0].action_id, 'show');
  assert.deepEqual(full.messages[0].metadata, metadata);
  assert.equal(plain.messages[0].metadata, undefined);
  assert.equal(full.messages[1].ts, reply.ts);
});

test('pages end where the cursor is empty', async t => {
  const { slack, general } = await startSlack(t);
  const web = webClient(slack);
  const { ts } = await web.chat.postMessage({ channel: general.id, text: 'root' });
  for (const text of ['1', '2', '3']) await web.chat.postMessage({ channel: general.id, thread_ts: ts, text });
  const texts = [];
  for await (const page of web.paginate('conversations.replies', { channel: general.id, ts, limit: 2 })) {
    texts.push(page.messages.map(message => message.text));
  }
  assert.deepEqual(texts, [['root', '1'], ['2', '3']]);
});

test('refusals carry the codes of Slack', async t => {
  const { slack, general } = await startSlack(t, {}, [/no_text/, /invalid_blocks/]);
  const web = webClient(slack);
  await assert.rejects(web.chat.postMessage({ channel: 'C0NONE', text: 'x' }), platformError('channel_not_found'));
  await assert.rejects(web.chat.postMessage({ channel: general.id, text: '' }), platformError('no_text'));
  await assert.rejects(web.chat.update({ channel: general.id, ts: '1.000001', text: 'x' }), platformError('message_not_found'));
  await assert.rejects(web.users.info({ user: 'U0NONE' }), platformError('user_not_found'));
  await assert.rejects(webClient(slack, {}, 'xoxb-wrong').auth.test(), platformError('invalid_auth'));
  await assert.rejects(web.chat.postMessage({ channel: general.id, text: 'x', blocks: [{ type: 'section' }] }), error => {
    assert.match(error.data.response_metadata.messages[0], /json-pointer:\/blocks\/0\/text/);
    return error.data.error === 'invalid_blocks';
  });
  await slack.control('archive', { channel: general.id });
  await assert.rejects(web.chat.postMessage({ channel: general.id, text: 'x' }), platformError('is_archived'));
});

test('a missing scope is named', async t => {
  const { slack, general } = await startSlack(t);
  await slack.control('without-scope', { scope: 'chat:write' });
  await assert.rejects(webClient(slack).chat.postMessage({ channel: general.id, text: 'x' }), error => {
    assert.equal(error.data.needed, 'chat:write');
    assert.match(error.data.provided, /users:read/);
    return error.data.error === 'missing_scope';
  });
});

test('a bot token may not open sockets, nor an app token post', async t => {
  const { slack, general } = await startSlack(t, {}, [/not_allowed_token_type/]);
  await assert.rejects(webClient(slack).apps.connections.open({}), platformError('not_allowed_token_type'));
  await assert.rejects(webClient(slack, {}, slack.appToken).chat.postMessage({ channel: general.id, text: 'x' }), platformError('not_allowed_token_type'));
});

test('a revoked token is refused', async t => {
  const { slack } = await startSlack(t);
  await slack.control('revoke');
  await assert.rejects(webClient(slack).auth.test(), platformError('token_revoked'));
});

test('429 names the wait, and a patient client waits for it', async t => {
  const { slack, general } = await startSlack(t);
  await slack.control('fault', { method: 'chat.postMessage', kind: 'rate_limited', seconds: 7 });
  await assert.rejects(webClient(slack, { rejectRateLimitedCalls: true }).chat.postMessage({ channel: general.id, text: 'x' }),
    error => error.code === ErrorCode.RateLimitedError && error.retryAfter === 7);
  await slack.control('fault', { method: 'auth.test', kind: 'rate_limited', seconds: 1 });
  assert.equal((await webClient(slack, { retryConfig: fastRetries }).auth.test()).ok, true);
});

test('posting too fast in a channel runs into its tier', async t => {
  const { slack, general } = await startSlack(t);
  const web = webClient(slack, { rejectRateLimitedCalls: true });
  const posts = await Promise.allSettled(Array.from({ length: 20 }, () => web.chat.postMessage({ channel: general.id, text: 'x' })));
  assert.ok(posts.some(post => post.status === 'fulfilled'));
  assert.ok(posts.some(post => post.reason?.code === ErrorCode.RateLimitedError));
});

test('a server error after posting makes a client that retries blindly post twice', async t => {
  const { slack, general } = await startSlack(t);
  await slack.control('fault', { method: 'chat.postMessage', kind: 'status', status: 503, applied: true });
  await webClient(slack, { retryConfig: fastRetries }).chat.postMessage({ channel: general.id, text: 'twice' });
  assert.equal((await slack.control('messages', { channel: general.id })).length, 2);
});

test('a cut answer is a request error', async t => {
  const { slack, general } = await startSlack(t);
  await slack.control('fault', { method: 'chat.postMessage', kind: 'cut', applied: true });
  await assert.rejects(webClient(slack).chat.postMessage({ channel: general.id, text: 'x' }));
  assert.equal((await slack.control('messages', { channel: general.id })).length, 1);
});

test('a stream is written by the helper of the library', async t => {
  const { slack, ann } = await startSlack(t);
  const question = await slack.control('message', { user: ann.id, text: 'what?' });
  const stream = webClient(slack).chatStream({ channel: question.channel, thread_ts: question.ts, buffer_size: 1 });
  await stream.append({ markdown_text: 'One' });
  await stream.append({ markdown_text: ', two' });
  await stream.stop({ markdown_text: '.', blocks: [button('show', '1')] });
  const answer = (await slack.control('messages', { channel: question.channel })).at(-1);
  assert.equal(answer.text, 'One, two.');
  assert.equal(answer.stream, 'Stopped');
  assert.equal(answer.blocks[0].elements[0].action_id, 'show');
});

test('a stream in a channel needs a recipient, and is not edited while it runs', async t => {
  const { slack, ann, general } = await startSlack(t, {}, [/missing_recipient_user_id/]);
  const web = webClient(slack);
  const question = await slack.control('mention', { user: ann.id, channel: general.id, text: 'what?' });
  const place = { channel: general.id, thread_ts: question.ts };
  await assert.rejects(web.chat.startStream(place), platformError('missing_recipient_user_id'));
  const { ts } = await web.chat.startStream({ ...place, recipient_user_id: ann.id, recipient_team_id: slack.teamId });
  await assert.rejects(web.chat.update({ channel: general.id, ts, text: 'x' }), platformError('streaming_state_conflict'));
  await web.chat.stopStream({ channel: general.id, ts, markdown_text: 'done' });
  await assert.rejects(web.chat.appendStream({ channel: general.id, ts, markdown_text: 'x' }), platformError('message_not_in_streaming_state'));
});

test('a file is uploaded in three steps', async t => {
  const { slack, general } = await startSlack(t);
  await webClient(slack).filesUploadV2({ channel_id: general.id, filename: 'report.txt', content: 'added 3 documents', initial_comment: 'Report' });
  const [message] = await slack.control('messages', { channel: general.id });
  assert.equal(message.subtype, 'file_share');
  assert.equal(message.files[0].size, 17);
});

test('reactions are added once', async t => {
  const { slack, ann, general } = await startSlack(t);
  const web = webClient(slack);
  const { ts } = await slack.control('mention', { user: ann.id, channel: general.id, text: 'what?' });
  await web.reactions.add({ channel: general.id, timestamp: ts, name: 'eyes' });
  await assert.rejects(web.reactions.add({ channel: general.id, timestamp: ts, name: 'eyes' }), platformError('already_reacted'));
});

test('people of other workspaces are strangers', async t => {
  const { slack } = await startSlack(t);
  const bob = await slack.control('user', { name: 'bob', external: true });
  const { user } = await webClient(slack).users.info({ user: bob.id });
  assert.equal(user.is_stranger, true);
  assert.notEqual(user.team_id, slack.teamId);
});

// Socket Mode

test('a mention is delivered and acknowledged', async t => {
  const { slack, ann, general } = await startSlack(t);
  const { wait } = await startSockets(slack);
  const mentioned = wait('app_mention');
  const { delivery, ts } = await slack.control('mention', { user: ann.id, channel: general.id, text: 'what?' });
  const { ack, event, retry_num } = await mentioned;
  await ack();
  const done = await slack.control('delivery/acknowledged', { delivery });
  assert.equal(event.ts, ts);
  assert.equal(retry_num, 0);
  assert.equal(done.attempts.length, 1);
});

test('an event that is not acknowledged comes again with the same event id and a new envelope', async t => {
  const { slack, ann } = await startSlack(t, { acknowledgementWindowMs: 200, redeliveryMs: 10 });
  const { client } = await startSockets(slack);
  const seen = [];
  const last = new Promise(found => client.on('message', message => {
    seen.push(message);
    if (message.retry_num === 2) found(message.ack());
  }));
  const { delivery } = await slack.control('message', { user: ann.id, text: 'what?' });
  await last;
  await slack.control('delivery/acknowledged', { delivery });
  assert.deepEqual(seen.map(message => message.retry_num), [0, 1, 2]);
  assert.equal(seen[1].retry_reason, 'timeout');
  assert.equal(new Set(seen.map(message => message.body.event_id)).size, 1);
  assert.equal(new Set(seen.map(message => message.envelope_id)).size, 3);
});

test('a command that is not acknowledged is lost', async t => {
  const { slack, ann, general } = await startSlack(t, { acknowledgementWindowMs: 200, redeliveryMs: 10 });
  await startSockets(slack);
  const { delivery } = await slack.control('command', { user: ann.id, channel: general.id, command: '/ask', text: 'what?' });
  await assert.rejects(slack.control('delivery/acknowledged', { delivery }), /Nobody acknowledged/);
  const lost = await slack.control('delivery', { delivery });
  assert.equal(lost.attempts.length, 1);
});

for (const reason of ['warning', 'refresh_requested']) {
  test(`the client follows ${reason} with a new socket`, async t => {
    const { slack, ann } = await startSlack(t);
    const { client, wait } = await startSockets(slack);
    const again = next(client, 'connected');
    await slack.control('socket/disconnect', { socket: 1, reason });
    await again;
    const got = wait('message');
    await slack.control('message', { user: ann.id, text: 'still there?' });
    await (await got).ack();
  });
}

test('the client gets over a close handshake after which TCP stays open', async t => {
  const { slack } = await startSlack(t, { leavesTcpOpen: 1 });
  const { client } = await startSockets(slack);
  const again = next(client, 'connected');
  await slack.control('socket/disconnect', { socket: 1, reason: 'refresh_requested' });
  await again;
});

for (const [name, command, more] of [['a lost connection', 'socket/drop', {}], ['close code 1011', 'socket/close', { code: 1011 }]]) {
  test(`the client connects again after ${name}`, async t => {
    const { slack } = await startSlack(t);
    const { client } = await startSockets(slack);
    const again = next(client, 'connected');
    await slack.control(command, { socket: 1, ...more });
    await again;
    const sockets = await slack.control('connected');
    assert.equal(sockets.at(-1).socket, 2);
  });
}

test('the client notices a half-open connection by its pings', async t => {
  const { slack } = await startSlack(t, { pingMs: 100 });
  const { client } = await startSockets(slack, { clientPingTimeout: 600, serverPingTimeout: 600 });
  const again = next(client, 'connected');
  await slack.control('socket/silence', { socket: 1 });
  await again;
});

test('the server pings and answers pings', async t => {
  const { slack } = await startSlack(t, { pingMs: 50 });
  const heard = name => new Promise(found => {
    const hear = () => {
      unsubscribe(name, hear);
      found();
    };
    subscribe(name, hear);
  });
  const both = Promise.all([heard('undici:websocket:ping'), heard('undici:websocket:pong')]);
  await startSockets(slack, { clientPingTimeout: 150 });
  await both;
});

test('the client asks for a new address when one is refused', async t => {
  const { slack } = await startSlack(t);
  await slack.control('dead-tickets', { times: 1 });
  await startSockets(slack);
  assert.equal((await slack.control('calls', { method: 'apps.connections.open' })).length, 2);
});

test('the client asks again when apps.connections.open fails for a while', async t => {
  const { slack } = await startSlack(t);
  await slack.control('fault', { method: 'apps.connections.open', kind: 'error', code: 'internal_error' });
  await startSockets(slack, { clientOptions: { slackApiUrl: slack.apiBaseAddress, retryConfig: fastRetries } });
});

test('the client gives up when its account is inactive', async t => {
  const { slack } = await startSlack(t);
  await slack.control('app-token', { state: 'accountInactive' });
  await assert.rejects(startSockets(slack), /account_inactive/);
});

test('fragments are one message', async t => {
  const { slack } = await startSlack(t);
  const { client } = await startSockets(slack);
  const again = next(client, 'connected');
  await slack.control('socket/fragments', { socket: 1, bytes: 5, text: '{"type":"disconnect","reason":"refresh_requested","debug_info":{}}' });
  await again;
});

test('envelopes go to any of several sockets', async t => {
  const { slack, ann } = await startSlack(t);
  const counts = [0, 0];
  let all;
  const received = new Promise(found => { all = found; });
  for (const index of [0, 1]) {
    const { client } = await startSockets(slack);
    client.on('message', async ({ ack }) => {
      await ack();
      counts[index] += 1;
      if (counts[0] + counts[1] === 20) all();
    });
  }
  await slack.control('connected', { sockets: 2 });
  for (let i = 0; i < 20; i += 1) await slack.control('message', { user: ann.id, text: `${i}` });
  await received;
  assert.ok(counts[0] > 0 && counts[1] > 0, `both sockets should get some: ${counts}`);
});

// Bolt

test('an app answers a mention in its thread', async t => {
  const { slack, ann, general } = await startSlack(t);
  await startApp(slack, app => app.event('app_mention', ({ event, say }) => say({ text: `Hello <@${event.user}>`, thread_ts: event.ts })));
  const question = await slack.control('mention', { user: ann.id, channel: general.id, text: 'hi' });
  const answer = await slack.control('message/wait', { channel: general.id, contains: 'Hello' });
  assert.equal(answer.thread_ts, question.ts);
  assert.equal(answer.user, slack.botUserId);
});

test('the own messages of an app come back to it, and Bolt tells them apart', async t => {
  const { slack, ann } = await startSlack(t);
  const heard = [];
  let echoed;
  const echo = new Promise(found => { echoed = found; });
  await startApp(slack, app => {
    app.use(async ({ payload, next }) => {
      if (payload.bot_id) echoed(payload);
      await next();
    });
    app.message(async ({ message, say }) => {
      heard.push(message.text);
      await say('answer');
    });
  }, { ignoreSelf: false });
  await slack.control('message', { user: ann.id, text: 'question' });
  assert.equal((await echo).user, slack.botUserId);
  assert.equal(heard[0], 'question');
});

test('an ignoring app hears people only', async t => {
  const { slack, ann } = await startSlack(t);
  const heard = [];
  await startApp(slack, app => app.message(async ({ message, say }) => {
    heard.push(message.text);
    await say(`answer to ${message.text}`);
  }));
  await slack.control('message', { user: ann.id, text: 'one' });
  await slack.control('message/wait', { channel: ann.dm, contains: 'answer to one' });
  await slack.control('message', { user: ann.id, text: 'two' });
  await slack.control('message/wait', { channel: ann.dm, contains: 'answer to two' });
  assert.deepEqual(heard, ['one', 'two']);
});

test('a command is acknowledged inline and answered by its response URL', async t => {
  const { slack, ann, general } = await startSlack(t);
  await startApp(slack, app => {
    app.command('/help', ({ ack }) => ack({ text: 'Inline' }));
    app.command('/ask', async ({ ack, command, respond }) => {
      await ack();
      await respond({ text: 'One moment' });
      await respond({ text: `You asked: ${command.text}`, replace_original: true });
      await respond({ text: 'For all', response_type: 'in_channel' });
    });
  });
  const { delivery } = await slack.control('command', { user: ann.id, channel: general.id, command: '/help' });
  await slack.control('delivery/acknowledged', { delivery });
  await slack.control('command', { user: ann.id, channel: general.id, command: '/ask', text: 'what?' });
  await slack.control('message/wait', { channel: general.id, contains: 'For all' });
  const shown = await slack.control('ephemerals', { user: ann.id });
  assert.deepEqual(shown.map(message => message.revisions), [['Inline'], ['One moment', 'You asked: what?']]);
});

test('a response URL is used up after five messages', async t => {
  const { slack, ann, general } = await startSlack(t, {}, [/more than five times/]);
  const results = [];
  let ended;
  const end = new Promise(found => { ended = found; });
  await startApp(slack, app => app.command('/ask', async ({ ack, respond }) => {
    await ack();
    for (let i = 0; i < 6; i += 1) results.push(await respond(`${i}`).then(() => 'ok', error => `${error.response?.status ?? error.message}`));
    ended();
  }));
  await slack.control('command', { user: ann.id, channel: general.id, command: '/ask' });
  await end;
  assert.deepEqual(results.slice(0, 5), ['ok', 'ok', 'ok', 'ok', 'ok']);
  assert.notEqual(results[5], 'ok');
});

test('a button opens a modal with its trigger, once', async t => {
  const { slack, ann, general } = await startSlack(t, {}, [/exchanged_trigger_id/]);
  let second;
  const tried = new Promise(found => { second = found; });
  const app = await startApp(slack, app => app.action('show', async ({ ack, body, client, action }) => {
    await ack();
    const { view } = await client.views.open({ trigger_id: body.trigger_id, view: modal(`passage ${action.value}`) });
    await client.views.update({ view_id: view.id, hash: view.hash, view: modal('updated') });
    await client.views.update({ view_id: view.id, hash: view.hash, view: modal('stale') }).catch(error => {
      assert.ok(platformError('hash_conflict')(error));
    });
    second(await client.views.open({ trigger_id: body.trigger_id, view: modal('again') }).catch(error => error.data.error));
  }));
  const { ts } = await app.client.chat.postMessage({ channel: general.id, text: 'answer', blocks: [button('show', '7')] });
  await slack.control('click', { user: ann.id, channel: general.id, ts, action_id: 'show' });
  assert.equal(await tried, 'exchanged_trigger_id');
  const shown = await slack.control('modal', { user: ann.id });
  assert.equal(shown.body.blocks[0].text.text, 'updated');
});

test('a picker gets suggestions, and a submission may be sent back with errors', async t => {
  const { slack, ann, general } = await startSlack(t);
  await startApp(slack, app => {
    app.command('/clause', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: pickerModal });
    });
    app.options('clause', ({ ack, payload }) => ack({
      options: ['22603(a)', '22603(b)'].filter(clause => clause.startsWith(payload.value)).map(text => ({ text: { type: 'plain_text', text }, value: text })),
    }));
    app.view('clause', async ({ ack, view }) => {
      const { value } = view.state.values.which.clause.selected_option;
      await (value === '22603(b)' ? ack({ response_action: 'update', view: modal(value) }) : ack({ response_action: 'errors', errors: { which: 'not this one' } }));
    });
  });
  await slack.control('command', { user: ann.id, channel: general.id, command: '/clause' });
  const { id: view } = await slack.control('modal', { user: ann.id });
  const offered = await slack.control('suggest', { user: ann.id, view, action_id: 'clause', text: '22603' });
  assert.deepEqual(offered.map(option => option.value), ['22603(a)', '22603(b)']);
  const submitted = [];
  for (const option of ['22603(a)', '22603(b)']) {
    await slack.control('fill', { user: ann.id, view, action_id: 'clause', option });
    const { delivery } = await slack.control('submit', { user: ann.id, view });
    await slack.control('delivery/acknowledged', { delivery });
    submitted.push(await slack.control('view', { view }));
  }
  assert.deepEqual(submitted[0].errors, { which: 'not this one' });
  assert.equal(submitted[1].body.callback_id, 'passage');
});

test('a Home tab is published when it is opened', async t => {
  const { slack, ann } = await startSlack(t);
  await startApp(slack, app => app.event('app_home_opened', ({ event, client }) =>
    client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Help' } }] } })));
  await slack.control('home', { user: ann.id });
  const home = await slack.control('view/home', { user: ann.id });
  assert.equal(home.body.blocks[0].text.text, 'Help');
});

test('a reaction on an answer is told with its message', async t => {
  const { slack, ann, general } = await startSlack(t);
  let reacted;
  const reaction = new Promise(found => { reacted = found; });
  const app = await startApp(slack, app => app.event('reaction_added', async ({ event }) => reacted(event)));
  const { ts } = await app.client.chat.postMessage({ channel: general.id, text: 'answer' });
  await slack.control('react', { user: ann.id, channel: general.id, ts, name: '+1' });
  const event = await reaction;
  assert.deepEqual([event.reaction, event.item.ts, event.item_user], ['+1', ts, slack.botUserId]);
});

test('a legacy assistant greets, shows a status and answers', async t => {
  const { slack, ann } = await startSlack(t, { legacyAssistant: 1 });
  await startApp(slack, app => app.assistant(new Assistant({
    threadStarted: async ({ say, setSuggestedPrompts, saveThreadContext }) => {
      await saveThreadContext();
      await setSuggestedPrompts({ prompts: [{ title: 'Clause', message: 'What does 22603(b) say?' }] });
      await say('Ask me');
    },
    userMessage: async ({ message, say, setStatus, setTitle }) => {
      await setTitle(message.text);
      await setStatus('is reading');
      await say(`Answer to ${message.text}`);
    },
  })));
  const thread = await slack.control('assistant', { user: ann.id });
  await slack.control('message/wait', { channel: ann.dm, contains: 'Ask me' });
  await slack.control('message', { user: ann.id, text: 'what?', thread_ts: thread.ts });
  await slack.control('message/wait', { channel: ann.dm, contains: 'Answer to what?' });
  const state = await slack.control('assistant/thread', { channel: ann.dm, thread_ts: thread.ts });
  assert.deepEqual(state, {
    status: '', statuses: ['is reading'], title: 'what?', prompts: [{ title: 'Clause', message: 'What does 22603(b) say?' }],
  });
});

test('an agent sets prompts without a thread', async t => {
  const { slack, ann } = await startSlack(t);
  const prompts = [{ title: 'Clause', message: 'What does 22603(b) say?' }];
  await webClient(slack).assistant.threads.setSuggestedPrompts({ channel_id: ann.dm, prompts });
  assert.deepEqual((await slack.control('assistant/thread', { channel: ann.dm })).prompts, prompts);
});
