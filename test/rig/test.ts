import { buildWhenChanged } from './build.ts';
import { addCounts, type Counts, describeCounts, oneFailed } from './counts.ts';
import { exitOnSignals } from './processes.ts';
import { type Stage, stages } from './stages.ts';

exitOnSignals(130);
process.exitCode = await test(process.argv.slice(2));

/** Runs all stages, or the one that is named with the files that follow; the last line sums up. */
async function test([name, ...filters]: readonly string[]): Promise<number> {
  const chosen = stages.filter((stage) => name === undefined || stage.name === name);
  if (chosen.length === 0) {
    console.error(`There is no stage "${name}"; there are ${stages.map((stage) => stage.name).join(', ')}.`);
    return 1;
  }
  console.log('── Build');
  if (!(await buildWhenChanged())) return sumUp([oneFailed]);
  const all: Counts[] = [];
  const lines: string[] = [];
  for (const stage of chosen) {
    const startMs = Date.now();
    console.log(`\n── ${stage.title}`);
    const counts = await runStage(stage, filters);
    all.push(counts);
    lines.push(
      `${stage.title.padEnd(22)}${describeCounts(counts)}, ${((Date.now() - startMs) / 1000).toFixed(1)} s`,
    );
  }
  console.log(`\n${lines.join('\n')}`);
  return sumUp(all);
}

/** A stage that throws, or in which nothing ran, has failed. */
async function runStage(stage: Stage, filters: readonly string[]): Promise<Counts> {
  try {
    const counts = await stage.run(filters);
    if (counts.passed + counts.failed > 0) return counts;
    console.error(`${stage.title}: no test ran.`);
    return addCounts([counts, oneFailed]);
  } catch (error) {
    console.error(error);
    return oneFailed;
  }
}

function sumUp(all: readonly Counts[]): number {
  const total = addCounts(all);
  console.log(describeCounts(total));
  return total.failed === 0 ? 0 : 1;
}
