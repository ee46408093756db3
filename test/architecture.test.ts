import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkArchitecture } from './architecture/checkArchitecture.ts';
import { CLEAN_TREE } from './architecture/cleanTree.ts';
import {
  BARE_GATE_FILE,
  CONFIG_FILE,
  GATE_FILE,
  HAND_OUT_FILE,
  HOST_TABLES,
  isWithin,
  LAYERS,
  TOOLKIT_FILE,
  VOCABULARY_FILE,
} from './architecture/layers.ts';
import { PLANTED_VIOLATIONS } from './architecture/plantedViolations.ts';
import { readSourceTree } from './architecture/readSourceTree.ts';
import { RULES, type Violation } from './architecture/violation.ts';

const ROOT = join(import.meta.dirname, '..');

describe('the architecture of this repository', () => {
  it('keeps every rule', () => {
    expect(checkArchitecture(readSourceTree(ROOT)).map(formatViolation)).toEqual([]);
  });

  it('has the files that the rules speak of', () => {
    const paths = [...readSourceTree(ROOT).keys()];
    const rows = LAYERS.map(({ path }) => path);
    expect(rows.filter((row) => !paths.some((path) => isWithin(path, row)))).toEqual([]);
    const named = [
      BARE_GATE_FILE,
      CONFIG_FILE,
      GATE_FILE,
      HAND_OUT_FILE,
      TOOLKIT_FILE,
      VOCABULARY_FILE,
      ...HOST_TABLES,
    ];
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
  });
});

describe('the check of the architecture', () => {
  it('finds nothing in a tree that keeps the rules', () => {
    expect(checkArchitecture(new Map(Object.entries(CLEAN_TREE))).map(formatViolation)).toEqual([]);
  });

  it.each(PLANTED_VIOLATIONS)('catches $title', ({ rules, files }) => {
    const found = checkArchitecture(new Map(Object.entries({ ...CLEAN_TREE, ...files })));
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
  });

  it('is shown to fail for each of its rules', () => {
    const shown = new Set(PLANTED_VIOLATIONS.flatMap(({ rules }) => rules));
    expect(RULES.filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it('knows a folder or file of the clean tree for each row of the layer table', () => {
    const paths = Object.keys(CLEAN_TREE);
    const rows = LAYERS.map(({ path }) => path);
    expect(rows.filter((row) => !paths.some((path) => path.startsWith(row)))).toEqual([]);
  });

  it('says where an offence is and what leads to it', () => {
    const files = {
      ...CLEAN_TREE,
      'src/protocol/messages.ts':
        "\nexport * from '../core/tokens/countTokens.ts';\nexport const message = 1;",
      [HAND_OUT_FILE]: "import type { Options } from '../cli/main.ts';",
    };
    expect(checkArchitecture(new Map(Object.entries(files))).map(formatViolation)).toEqual([
      'src/host/handOut.ts:1 layer: src/host may not import src/cli/main.ts',
      'webview/main.ts:4 vocabularyReach: webview/main.ts → src/protocol/messages.ts → ' +
        'src/core/tokens/countTokens.ts → src/core/tokens/vocabularySource.ts',
    ]);
  });
});

function formatViolation({ rule, path, line, message }: Violation): string {
  return `${path}:${line} ${rule}: ${message}`;
}
