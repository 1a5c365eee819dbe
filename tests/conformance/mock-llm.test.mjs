// Runs the program against an OpenAI-compatible server that somebody else wrote.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as unlimited } from 'node:test';
import { fileURLToPath } from 'node:url';

const test = (name, act) => unlimited(name, { timeout: 60_000 }, act);
const root = fileURLToPath(new URL('../..', import.meta.url));
const server = fileURLToPath(new URL('node_modules/@dwmkerr/mock-llm/dist/main.js', import.meta.url));
const program = (process.env.CONFIGURATION ? [process.env.CONFIGURATION] : ['Release', 'Debug'])
  .map(name => join(root, `src/Bot.Host/bin/${name}/net10.0/Bot.Host.dll`)).find(existsSync);

const answer = '用户的所有资料会被备份7年。[1]\n> [1] 用户的所有资料会被备份7年\n';

/** A port that was free a moment ago: the server can't say which one it took. */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function startMock(t, status, content) {
  const folder = mkdtempSync(join(tmpdir(), 'mock-llm-'));
  writeFileSync(join(folder, 'mock.yaml'), JSON.stringify({
    rules: [{ path: '/v1/chat/completions', match: '@', response: { status, content: JSON.stringify(content) } }],
  }));
  const port = await freePort();
  const child = spawn('node', [server, '--config', join(folder, 'mock.yaml')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(async () => {
    child.kill();
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('running on')) break;
  }
  child.stdout.resume();
  return { endpoint: `http://127.0.0.1:${port}/v1`, folder };
}

function ask({ endpoint, folder }) {
  assert.ok(program, "the program isn't built: dotnet build src/Bot.Host");
  const env = { ...process.env, Bot__Answers__Model: 'gpt-4', Bot__Answers__ModelEndpoint: endpoint, Bot__Index__DataDirectory: folder };
  return new Promise((resolve, reject) => execFile('dotnet', [program, 'ask', '客户资料要备份多少年？', '--json', '--explain'], { cwd: root, env }, (error, stdout, stderr) =>
    error ? reject(error) : resolve({ ...JSON.parse(stdout), log: stderr })));
}

test('its streamed answer is checked and shown', async t => {
  const mock = await startMock(t, 200, { choices: [{ message: { role: 'assistant', content: answer }, finish_reason: 'stop' }] });
  const result = await ask(mock);
  assert.equal(result.text, '用户的所有资料会被备份7年。 [1]');
  assert.equal(result.generation.failure, null);
  assert.equal(result.note, null);
});

test('its error costs the answer nothing but a note', async t => {
  const mock = await startMock(t, 401, { error: { message: 'Incorrect API key provided.', type: 'invalid_request_error', param: null, code: 'invalid_api_key' } });
  const result = await ask(mock);
  assert.equal(result.outcome, 'answered');
  assert.equal(result.generation.failure, 'unauthorized');
  assert.match(result.note, /语言模型/);
  assert.match(result.log, /invalid_api_key/);
});
