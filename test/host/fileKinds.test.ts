import { deepEqual, equal } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hearMessages } from './support/messages.ts';
import { copyDocuments, copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const BOM = '\ufeff';

describe('files of all kinds in the scope', () => {
  startClean();
  const messages = hearMessages();

  async function copyFolder(path: { fsPath: string }): Promise<Record<string, string>> {
    await run('addToScope', path);
    const prefix = `${path.fsPath.split('/').at(-1)}/`;
    return Object.fromEntries(
      (await copyDocuments()).map(({ path, text }) => [path.replace(prefix, ''), text]),
    );
  }

  /** What is said of a single item that cannot be copied. */
  async function readReason(uri: unknown): Promise<string> {
    await run('addToScope', uri);
    equal(await copyText(), UNTOUCHED);
    return /: ([^:]*)\)\. Check/.exec(messages.warnings.at(-1) ?? '')?.[1] ?? 'no reason';
  }

  const texts = makeFolder({
    'crlf.txt': 'one\r\ntwo\r\n',
    'mixed.txt': 'one\r\ntwo\nthree\rfour',
    'bom.txt': `${BOM}größe\n`,
    'utf16le.txt': Buffer.from(`${BOM}größe 😀\r\n`, 'utf16le'),
    'utf16be.txt': Buffer.from(`${BOM}größe 😀\r\n`, 'utf16le').swap16(),
    'invalid.txt': Buffer.from([0x61, 0xff, 0xc3, 0x28, 0x62]),
    'open.txt': 'no line end',
    'empty.txt': '',
    'lines.txt': '\n\n',
    'fence.txt': '`````\n```\n',
    'blob.bin': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
  });

  it('come back as VS Code shows them, without their byte order mark', async () => {
    deepEqual(await copyFolder(texts.uri('.')), {
      'bom.txt': 'größe\n',
      'crlf.txt': 'one\r\ntwo\r\n',
      'empty.txt': '',
      'fence.txt': '`````\n```\n',
      'invalid.txt': 'a��(b',
      'lines.txt': '\n\n',
      'mixed.txt': 'one\r\ntwo\nthree\rfour',
      'open.txt': 'no line end',
      'utf16be.txt': 'größe 😀\r\n',
      'utf16le.txt': 'größe 😀\r\n',
    });
  });

  it('are left out when they are binary', async () => {
    equal(await readReason(texts.uri('blob.bin')), 'binary file');
  });

  const ignored = makeFolder({
    '.gitignore': '*.tmp\n/build/\n!keep.tmp\n',
    'a.ts': 'a',
    'a.tmp': 'no',
    'keep.tmp': 'keep',
    'build/out.js': 'no',
    'sub/.gitignore': '*.ts\n!b.ts\n',
    'sub/a.ts': 'no',
    'sub/b.ts': 'b',
  });

  it('are left out of a folder when Git ignores them', async () => {
    deepEqual(Object.keys(await copyFolder(ignored.uri('.'))), [
      '.gitignore',
      'a.ts',
      'keep.tmp',
      'sub/.gitignore',
      'sub/b.ts',
    ]);
  });

  it('are taken when named, although Git ignores them', async () => {
    await run('addToScope', ignored.uri('a.tmp'));
    equal((await copyDocuments())[0]?.text, 'no');
  });

  const secrets = makeFolder({ 'secret.txt': 'secret' }, tmpdir());
  const odd = makeFolder({ 'a.ts': 'a', 'sub/b.ts': 'b', 'locked/c.ts': 'c' });
  const link = (target: string, name: string) => symlinkSync(target, join(odd.path, name));

  it('do not keep it waiting: pipes, loops, links that lead out or nowhere', async function () {
    if (process.platform === 'win32') return this.skip();
    execFileSync('mkfifo', [join(odd.path, 'pipe')]);
    link('.', 'sub/again');
    link('loop', 'loop');
    link('sub', 'linked');
    link(secrets.path, 'away');
    link(join(secrets.path, 'secret.txt'), 'away.txt');
    link('nowhere', 'dangling');
    link('a.ts', 'also.ts');
    const { 'sub/b.ts': b, 'a.ts': a, 'also.ts': also, ...rest } = await copyFolder(odd.uri('.'));
    deepEqual([a, b, also, rest], ['a', 'b', 'a', { 'locked/c.ts': 'c' }]);
  });

  for (const [name, reason] of [
    ['pipe', 'not a regular file'],
    ['loop', 'symbolic link loop'],
    ['away', 'outside the workspace'],
    ['away.txt', 'outside the workspace'],
    ['dangling', 'not found'],
  ] as const) {
    it(`say why they are left out: ${name}, ${reason}`, async function () {
      if (process.platform === 'win32') return this.skip();
      equal(await readReason(odd.uri(name)), reason);
    });
  }

  it('say why they are left out: no permission', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip();
    chmodSync(join(odd.path, 'locked'), 0);
    const reason = await readReason(odd.uri('locked'));
    chmodSync(join(odd.path, 'locked'), 0o755);
    equal(reason, 'no permission to read');
  });
});
