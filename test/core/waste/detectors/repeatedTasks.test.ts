import { describe, expect, it } from 'vitest';
import { type GoldenSession, goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const COMMANDS = ['npm test', 'npm run lint', 'npm run build'];

/** Sessions of a prompt and some commands, a call for each unless told otherwise. */
function sessions(count: number, tell: (session: GoldenSession) => void) {
  return Array.from({ length: count }, (_, index) => {
    const session = goldenSession({ sessionId: `s${index}`, startMs: index * 1_000_000 }).prompt({
      hash: 'ship',
      chars: 7,
    });
    tell(session);
    session.call();
    return session;
  });
}

const run = (session: GoldenSession, target: string, isError = false) =>
  session.use(300, { target, inputHash: target }, { isError });

describe('repeated tasks', () => {
  it('are found with what the calls after the first command cost', () => {
    const found = detect(
      'repeatedTasks',
      ...sessions(4, (session) => {
        for (const command of COMMANDS) run(session.call(), command);
      }),
    );
    // Two calls of 10,100 tokens in each of four sessions.
    expect(found).toMatchObject([
      {
        title: 'npm test, npm run lint, npm run build were run one after the other in 4 sessions',
        tokens: 80_800,
        kind: 'estimated',
        action: { kind: 'writeInstructions', proposal: { skill: 'npm-test-run-lint-build' } },
      },
    ]);
    expect(found[0]?.action.proposal?.text).toContain('npm test; npm run lint; npm run build');
    expect(found[0]?.items[0]).toMatchObject({
      name: 'session s0',
      tokens: 20_200,
      note: 'for a prompt of 7 characters; calls that could be spared: 2',
    });
  });

  it('are found where more was done before and after', () => {
    const found = detect(
      'repeatedTasks',
      ...sessions(4, (session) => {
        session.call().edit('/p/a.ts');
        for (const command of [...COMMANDS, 'node own.js']) run(session.call(), command);
      }),
    );
    expect(found).toMatchObject([{ tokens: 121_200 }]);
  });

  it.each<[string, number, (session: GoldenSession) => void]>([
    [
      'two sessions',
      2,
      (session) => COMMANDS.flatMap((name) => [name, name, name]).map((name) => run(session.call(), name)),
    ],
    [
      'commands of one call',
      9,
      (session) => COMMANDS.reduce((told, name) => run(told, name), session.call()),
    ],
    [
      'an edit between them',
      9,
      (session) => COMMANDS.map((name) => run(session.call(), name).edit('/p/a.ts')),
    ],
    [
      'a failure after which the model thought',
      9,
      (session) => COMMANDS.map((name) => run(session.call(), name, true)),
    ],
    [
      'two commands',
      9,
      (session) => ['npm test', 'npm run lint', 'npm test'].map((name) => run(session.call(), name)),
    ],
    [
      'what was chosen after a look',
      9,
      (session) => ['git diff', 'git add', 'git log'].map((name) => run(session.call(), name)),
    ],
    [
      'a skill that there is',
      9,
      (session) => {
        session.call().use(100, { tool: 'Skill', action: 'delegate', target: 'ship' });
        for (const name of COMMANDS) run(session.call(), name);
      },
    ],
  ])('are none for %s', (_, count, tell) => {
    expect(detect('repeatedTasks', ...sessions(count, tell))).toEqual([]);
  });
});
