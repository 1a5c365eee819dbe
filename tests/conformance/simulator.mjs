// Starts a simulator as a process of its own and drives it over its control endpoint.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('..', import.meta.url));

/** The compiled simulator: of CONFIGURATION where that is set, else whichever there is. */
function assembly(project) {
  const configurations = process.env.CONFIGURATION ? [process.env.CONFIGURATION] : ['Release', 'Debug'];
  const built = configurations.map(name => `${tests}${project}/bin/${name}/net10.0/${project}.dll`).find(existsSync);
  if (!built) {
    throw new Error(`${project} isn't built (looked for ${configurations.join(', ')}): dotnet build tests/${project}`);
  }
  return built;
}

/**
 * Starts `project` and ends it with the test `t`. The result has what the simulator printed ({ baseAddress, … }), `control(name,
 * arguments)`, and `atEnd(act)` for what must happen while the simulator still runs; the last asked for comes first.
 */
export async function startSimulator(t, project, options = {}) {
  const child = spawn('dotnet', [assembly(project), '--port', '0', '--options', JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const endings = [];
  t.after(async () => {
    for (const act of endings.reverse()) await act();
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'exit');
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const started = JSON.parse(line);

  async function control(name, body = {}) {
    const answer = await fetch(`${started.baseAddress}/_control/${name}`, { method: 'POST', body: JSON.stringify(body) });
    const result = await answer.json();
    if (!answer.ok) throw new Error(`${name}: ${result.error}`);
    return result;
  }

  return { ...started, control, atEnd: act => endings.push(act) };
}
