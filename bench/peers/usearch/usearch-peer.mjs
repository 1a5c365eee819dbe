// usearch's HNSW over the vectors and questions that compare writes, on one thread.
//
// Reads from its folder: vectors.bin and questions.bin (floats, one vector after the other) and truth.bin (for each
// question the numbers of its ten nearest, 32 bits each). Commands, one a line, each answered by a line of JSON with times
// in seconds:
//   build      adds all vectors to a graph, with the library's own settings
//   search N   asks every question, expanding N candidates
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Index, MetricKind, ScalarKind } from "usearch";

const Top = 10;
const [folder, dimensionsArgument] = process.argv.slice(2);
const dimensions = Number(dimensionsArgument);
const file = join(folder, "graph.usearch");

const bytesOf = (name) => {
  const bytes = readFileSync(join(folder, name));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};
const settings = (expansion) => ({
  metric: MetricKind.IP, quantization: ScalarKind.F32, dimensions, connectivity: 0, expansion_add: 0, expansion_search: expansion, multi: false,
});
const measured = (operations, work) => {
  const [cpu, wall] = [process.cpuUsage(), process.hrtime.bigint()];
  work();
  const used = process.cpuUsage(cpu);
  return { cpu: (used.user + used.system) / 1e6 / operations, wall: Number(process.hrtime.bigint() - wall) / 1e9 / operations };
};

const questions = new Float32Array(bytesOf("questions.bin"));
const truth = new Int32Array(bytesOf("truth.bin"));
const count = questions.length / dimensions;
let opened;
let openedFor = 0;

const build = () => {
  const vectors = new Float32Array(bytesOf("vectors.bin"));
  const size = vectors.length / dimensions;
  const index = new Index(settings(0));
  const run = measured(1, () => {
    for (let i = 0; i < size; i++) {
      index.add(BigInt(i), vectors.subarray(i * dimensions, (i + 1) * dimensions), 1);
    }
  });
  index.save(file);
  return run;
};

const search = (expansion) => {
  if (openedFor !== expansion) {
    opened = new Index(settings(expansion));
    opened.load(file);
    openedFor = expansion;
  }
  const found = [];
  const run = measured(count, () => {
    for (let i = 0; i < count; i++) {
      found.push(opened.search(questions.subarray(i * dimensions, (i + 1) * dimensions), Top, 1).keys);
    }
  });
  const hits = found.reduce((sum, keys, i) => sum + Array.from(keys).filter((key) => truth.subarray(i * Top, (i + 1) * Top).includes(Number(key))).length, 0);
  return { ...run, recall: hits / (count * Top) };
};

console.log("{}");
for await (const command of createInterface({ input: process.stdin })) {
  const [name, argument] = command.split(" ");
  console.log(JSON.stringify(name === "build" ? build() : search(Number(argument))));
}
