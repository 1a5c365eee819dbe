// Proves the simulated OpenAI endpoint honest: the maker's own client must find in it what it finds at OpenAI.
import assert from 'node:assert/strict';
import { test as unlimited } from 'node:test';
import OpenAI from 'openai';
import { startSimulator } from './simulator.mjs';

const test = (name, act) => unlimited(name, { timeout: 60_000 }, act);
const messages = [{ role: 'user', content: 'When does the ferry leave?' }];

async function client(t, options = {}, more = {}) {
  const { baseAddress } = await startSimulator(t, 'Bot.OpenAI.Simulator', options);
  return new OpenAI({ baseURL: baseAddress, apiKey: options.key ?? 'none', maxRetries: 0, ...more });
}

test('a whole answer', async t => {
  const openai = await client(t, { answer: 'At nine. 九点。' });
  const completion = await openai.chat.completions.create({ model: 'small', messages });
  assert.equal(completion.choices[0].message.content, 'At nine. 九点。');
  assert.equal(completion.choices[0].finish_reason, 'stop');
  assert.equal(completion.usage.total_tokens, completion.usage.prompt_tokens + completion.usage.completion_tokens);
});

test('a streamed answer, with its tokens counted', async t => {
  const openai = await client(t, { answer: 'The ferry leaves at nine. 渡轮九点开。' });
  const stream = await openai.chat.completions.create({ model: 'small', messages, stream: true, stream_options: { include_usage: true } });
  let text = '', usage, finish;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? '';
    finish ??= chunk.choices[0]?.finish_reason;
    usage ??= chunk.usage;
  }
  assert.equal(text, 'The ferry leaves at nine. 渡轮九点开。');
  assert.equal(finish, 'stop');
  assert.ok(usage.completion_tokens > 0);
});

test('the stream helper accumulates it', async t => {
  const openai = await client(t, { answer: 'At nine.' });
  const completion = await openai.chat.completions.stream({ model: 'small', messages }).finalChatCompletion();
  assert.equal(completion.choices[0].message.content, 'At nine.');
});

test('embeddings of several texts, as numbers and in base 64', async t => {
  const openai = await client(t);
  const plain = await openai.embeddings.create({ model: 'vectors', input: ['one', 'two', '三'], encoding_format: 'float' });
  assert.deepEqual(plain.data.map(item => item.index).sort(), [0, 1, 2]);
  const short = await openai.embeddings.create({ model: 'vectors', input: 'one', dimensions: 5 });
  assert.equal(short.data[0].embedding.length, 5);
  const encoded = await openai.embeddings.create({ model: 'vectors', input: 'one' });
  assert.deepEqual([...encoded.data[0].embedding], plain.data.find(item => item.index === 0).embedding);
});

test('a wrong key is refused', async t => {
  const openai = await client(t, { key: 'right' });
  openai.apiKey = 'wrong';
  await assert.rejects(openai.chat.completions.create({ model: 'small', messages }), OpenAI.AuthenticationError);
});

test('too many requests, with the time to wait', async t => {
  const openai = await client(t);
  await assert.rejects(openai.chat.completions.create({ model: 'fault-429', messages }), error =>
    error instanceof OpenAI.RateLimitError && error.headers.get('retry-after') === '1' && error.code === 'rate_limit_exceeded');
});

test('a server error', async t => {
  const openai = await client(t);
  await assert.rejects(openai.chat.completions.create({ model: 'fault-500', messages }), OpenAI.InternalServerError);
});

test('a broken connection', async t => {
  const openai = await client(t);
  await assert.rejects(async () => {
    for await (const _ of await openai.chat.completions.create({ model: 'fault-broken', messages, stream: true }));
  });
});

test('a garbled event', async t => {
  const openai = await client(t);
  await assert.rejects(async () => {
    for await (const _ of await openai.chat.completions.create({ model: 'fault-garbled', messages, stream: true }));
  }, SyntaxError);
});

test('a content filter', async t => {
  const openai = await client(t);
  const completion = await openai.chat.completions.create({ model: 'fault-filter', messages });
  assert.equal(completion.choices[0].finish_reason, 'content_filter');
});
