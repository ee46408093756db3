import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../../src/core/context/suggest/facts/languageOf.ts';
import { readImports } from '../../../../../src/core/context/suggest/facts/readImports.ts';
import { readProvisions } from '../../../../../src/core/context/suggest/facts/readProvisions.ts';

const SOURCES: Readonly<Record<string, readonly [text: string, ...names: string[]]>> = {
  'a.ts': [
    "import { a,\n  b } from './a.ts';\nimport '@/side';\nexport * from \"../b\";\nconst c = require('c');\nawait import('./lazy');\n",
    './a.ts',
    '@/side',
    '../b',
    'c',
    './lazy',
  ],
  'a.py': [
    'import os, a.b as c\nfrom .x import (\n  y,  # why\n  z as w,\n)\nfrom .. import q\n',
    'os',
    'a.b',
    '.x',
    '.x.y',
    '.x.z',
    '..',
    '..q',
  ],
  'a.go': [
    'import "fmt"\nimport (\n\t"net/http"\n\tm "example.org/m/v2"\n)\n',
    'net/http',
    'example.org/m/v2',
    'fmt',
  ],
  'A.java': ['import a.b.C;\nimport static a.D.run;\nimport e.*;\n', 'a.b.C', 'a.D.run', 'e.*'],
  'a.rs': [
    'pub mod frame;\nuse crate::{a::{B, self}, c as d};\nuse super::e::*;\n',
    'self::frame',
    'crate::a::B',
    'crate::a',
    'crate::c',
    'super::e',
  ],
  'A.cs': ['using System;\nusing static A.B;\nglobal using X = C.D;\n', 'System', 'A.B', 'C.D'],
  'a.c': ['#include "node.h"\n#include <stdio.h>\n', 'node.h', 'stdio.h'],
};

describe('readImports', () => {
  it.each(Object.entries(SOURCES))('reads what %s imports', (path, [text, ...names]) => {
    expect(readImports(languageOf(path)!, text)).toEqual(names);
  });
});

describe('readProvisions', () => {
  it.each([
    ['go.mod', 'module example.org/m\n\ngo 1.22\n', ['module example.org/m']],
    ['pkg/package.json', '{\n  "name": "@a/b",\n  "version": "1"\n}', ['package @a/b']],
    ['Cargo.toml', '[package]\nname = "tokio-util"\n', ['crate tokio-util']],
    ['A.cs', 'namespace A.B;\n', ['namespace A.B']],
    [
      'tsconfig.json',
      '{ "compilerOptions": { // why\n "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }',
      ['alias @/* ./src/*', 'alias * ./*'],
    ],
    ['a.ts', 'namespace X {}', []],
  ])('reads the names that %s gives', (path, text, expected) => {
    expect(readProvisions(path, languageOf(path), text)).toEqual(expected);
  });
});
