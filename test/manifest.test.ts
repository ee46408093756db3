import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODELS } from '../src/core/models/catalogue.ts';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../src/host/commandIds.ts';
import { SETTINGS } from '../src/host/settingKeys.ts';
import { checkManifest } from './architecture/manifest/checkManifest.ts';
import { resolveStrings } from './architecture/manifest/checkStrings.ts';
import { createCleanSubject } from './architecture/manifest/cleanSubject.ts';
import { parseLock, parseManifest } from './architecture/manifest/manifest.ts';
import { PLANTED_FAULTS } from './architecture/manifest/plantedFaults.ts';
import type { ManifestStrings } from './architecture/manifest/subject.ts';
import { readSourceTree } from './architecture/readSourceTree.ts';

const ROOT = join(import.meta.dirname, '..');

describe('package.json', () => {
  it('says what the code does, and nothing else', () => {
    const written = readJson('package.json');
    const strings = readStrings();
    const faults = checkManifest({
      manifest: parseManifest(resolveStrings(written, strings)),
      written,
      lock: parseLock(readJson('package-lock.json')),
      strings,
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

/** package.nls.json and, by the language in its name, each beside it. */
function readStrings(): ManifestStrings {
  const read = (name: string) => readJson(name) as Record<string, string>;
  const languages = readdirSync(ROOT).flatMap(
    (name) => /^package\.nls\.([\w-]+)\.json$/.exec(name)?.[1] ?? [],
  );
  const others = languages.map((language) => [language, read(`package.nls.${language}.json`)] as const);
  return { en: read('package.nls.json'), ...Object.fromEntries(others) };
}

function listMedia(): string[] {
  const entries = readdirSync(join(ROOT, 'media'), { recursive: true, encoding: 'utf8' });
  return entries.map((name) => `media/${name.replaceAll('\\', '/')}`);
}
