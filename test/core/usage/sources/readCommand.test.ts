import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../../src/core/usage/sources/readCommand.ts';

describe('a command line', () => {
  it.each([
    ["sed -n '10,29p' src/a.ts", { target: 'src/a.ts', firstLine: 10, lineCount: 20 }],
    ["nl -ba src/a.ts | sed -n '10,29p'", { target: 'src/a.ts', firstLine: 10, lineCount: 20 }],
    ['cat "my file.txt"', { target: 'my file.txt' }],
    ['head -n 50 a.log', { target: 'a.log', firstLine: 1, lineCount: 50 }],
    ['tail -20 a.log', { target: 'a.log', lineCount: 20 }],
    ['cd /repo/src && cat ./a.ts', { target: '/repo/src/a.ts' }],
  ])('reads a file: %s', (line, facts) => {
    expect(readCommand(line)).toEqual({ action: 'read', ...facts });
  });

  it.each([
    ['bash -lc rg -n todo src/core', { action: 'search', target: 'src/core' }],
    [
      '/bin/zsh -lc "sed -n \'1,20p\' src/a.ts"',
      { action: 'read', target: 'src/a.ts', firstLine: 1, lineCount: 20 },
    ],
    ["bash -c 'npm test'", { action: 'run', target: 'npm test', commandScope: 'wholeWorkflow' }],
    ['pwsh -NoProfile -Command Get-Content a.ts', { action: 'read', target: 'a.ts' }],
    ['bash build.sh -c fast', { action: 'run', target: 'bash' }],
  ])('looks into a shell: %s', (line, facts) => {
    expect(readCommand(line)).toEqual(facts);
  });

  it('tells relative paths from where it runs', () => {
    expect(readCommand('cat a.ts', '/repo/')).toEqual({ action: 'read', target: '/repo/a.ts' });
    expect(readCommand('cat /etc/hosts', '/repo')).toEqual({ action: 'read', target: '/etc/hosts' });
  });

  it.each([
    ["rg -n 'todo' src/core -g '!node_modules'", 'src/core'],
    ['ls -la /home/dev/my-app', '/home/dev/my-app'],
    ['grep -rn "a|b" . | head -3', 'grep'],
  ])('searches: %s', (line, target) => {
    expect(readCommand(line)).toEqual({ action: 'search', target });
  });

  it.each([
    ['cat > notes.md <<EOF\nsecret words\nEOF', 'cat'],
    ["sed -i 's/a/b/' src/a.ts", 'sed'],
    ['find . -name "*.tmp" -delete', 'find'],
    ['curl -H "Authorization: Bearer abc" https://example.com', 'curl'],
    ['API_KEY=abc npm publish', 'npm publish'],
    ['git commit -m "what was said"', 'git commit'],
    ['./scripts/deploy.sh production eu', 'deploy.sh production'],
    ['cd /repo', undefined],
    ['echo x 2>&1 && ./deploy.sh 2>&1 &', 'deploy.sh'],
    ['mkdir -p out && rm -f out/* && ./deploy.sh production', 'deploy.sh production'],
    ['echo done; rm -rf out', 'echo done'],
  ])('only keeps the first words of what does something: %s', (line, target) => {
    expect(readCommand(line)).toEqual({ action: 'run', ...(target !== undefined && { target }) });
  });

  it.each([
    ['npm test', 'wholeWorkflow'],
    ['npm test -- src/a.test.ts', 'partOfWorkflow'],
    ['npx vitest run', 'wholeWorkflow'],
    ['npx vitest run test/core', 'partOfWorkflow'],
    ['cd src && go test ./... 2>&1 | tail -5', 'wholeWorkflow'],
    ['go test ./cache -run TestGet', 'partOfWorkflow'],
    ['go build ./... && go test ./cache', 'partOfWorkflow'],
    ['python -m pytest -q', 'wholeWorkflow'],
    ['pytest tests/test_a.py', 'partOfWorkflow'],
    ['make', 'wholeWorkflow'],
    ['cargo test -p core', 'partOfWorkflow'],
    ['npx repomix', 'wholeRepository'],
    ['git ls-files | xargs cat', 'wholeRepository'],
    ['cat src/**/*.ts', 'wholeRepository'],
    ['repomix --version', undefined],
    ['sleep 30', 'wait'],
    ['gh run watch 12', 'wait'],
    ['git status', undefined],
  ])('tells what it is about: %s', (line, scope) => {
    expect(readCommand(line).commandScope).toBe(scope);
  });
});
