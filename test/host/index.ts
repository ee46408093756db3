import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Runs the suites beside this file inside the extension host; each result is a line of JSON in a file. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, retries: 2, reporter: Mocha.reporters.Base });
  for (const name of readdirSync(__dirname, { encoding: 'utf8', recursive: true })) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => report({ state: 'passed', title: test.fullTitle() }))
      .on('pending', (test) => report({ state: 'skipped', title: test.fullTitle() }))
      .on('fail', (test, error) => report({ state: 'failed', title: test.fullTitle(), error: error.stack }));
  });
  report({ state: 'ended' });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

function report(result: { state: string; title?: string; error?: string | undefined }): void {
  const file = process.env['TOKEN_METER_RESULTS_FILE'];
  if (file) appendFileSync(file, `${JSON.stringify(result)}\n`);
}
