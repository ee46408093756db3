import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODELS } from '../src/core/models/catalogue.ts';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../src/host/commandIds.ts';
import { SETTINGS } from '../src/host/settingKeys.ts';
import { checkManifest } from './architecture/manifest/checkManifest.ts';
import { createCleanSubject } from './architecture/manifest/cleanSubject.ts';
import { parseLock, parseManifest } from './architecture/manifest/manifest.ts';
import { PLANTED_FAULTS } from './architecture/manifest/plantedFaults.ts';
import { readSourceTree } from './architecture/readSourceTree.ts';

const ROOT = join(import.meta.dirname, '..');

describe('package.json', () => {
  it('says what the code does, and nothing else', () => {
    const faults = checkManifest({
      manifest: parseManifest(readJson('package.json')),
      lock: parseLock(readJson('package-lock.json')),
      strings: existsSync(join(ROOT, 'package.nls.json')) ? readStrings() : undefined,
      tables: {
        commands: COMMANDS,
        views: VIEWS,
        contextKeys: CONTEXT_KEYS,
        settings: SETTINGS,
        modelIds: MODELS.map(({ id }) => id),
      },
      sources: readSourceTree(ROOT),
      files: new Set(listMedia()),
    });
    expect(faults).toEqual([]);
  });
});

describe('the check of package.json', () => {
  it('finds nothing where manifest and code agree', () => {
    expect(checkManifest(createCleanSubject())).toEqual([]);
  });

  it.each(PLANTED_FAULTS)('says $lines.0', ({ lines, spoil }) => {
    expect(checkManifest(spoil(createCleanSubject())).sort()).toEqual([...lines].sort());
  });
});

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
}

function readStrings(): Record<string, string> {
  return readJson('package.nls.json') as Record<string, string>;
}

function listMedia(): string[] {
  const entries = readdirSync(join(ROOT, 'media'), { recursive: true, encoding: 'utf8' });
  return entries.map((name) => `media/${name.replaceAll('\\', '/')}`);
}
