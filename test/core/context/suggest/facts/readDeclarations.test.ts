import { describe, expect, it } from 'vitest';
import { LANGUAGES, languageOf } from '../../../../../src/core/context/suggest/facts/languageOf.ts';
import { outlineLines } from '../../../../../src/core/context/suggest/facts/outlineLines.ts';
import { readDeclarations } from '../../../../../src/core/context/suggest/facts/readDeclarations.ts';

const SOURCES: Readonly<Record<string, readonly [text: string, ...names: string[]]>> = {
  'a.ts': [
    'export const LIMIT = 1;\nexport default class Reader<T> {\n  private async read(path: string): Promise<void> {\n    if (path) {\n    }\n  }\n}\ntype Way = string;\n',
    'LIMIT',
    'Reader',
    'read',
    'Way',
  ],
  'a.py': [
    'MAX_SIZE = 1\nclass Spider:\n    async def parse(self):\n        pass\n',
    'MAX_SIZE',
    'Spider',
    'parse',
  ],
  'a.go': [
    'type Server struct {\n}\nfunc (s *Server) Serve() error {\n}\nfunc New() {}\n',
    'Server',
    'Serve',
    'New',
  ],
  'A.java': [
    'public final class Mock<T> {\n    public static <T> List<T> of(T item) {\n    }\n}\n',
    'Mock',
    'of',
  ],
  'a.kt': ['internal data class Call(val a: Int)\nfun String.toCall() {}\n', 'Call', 'toCall'],
  'a.rs': [
    'pub(crate) struct Frame;\nimpl<T> Read for Frame {\n    pub async fn poll(&self) {}\n}\n',
    'Frame',
    'poll',
  ],
  'A.cs': [
    'namespace A;\npublic sealed class Store\n{\n    public async Task<int> CountAsync(int a)\n    {\n    }\n}\n',
    'Store',
    'CountAsync',
  ],
  'a.c': [
    '#define SIZE 3\nstruct node {\n};\nstatic int add_node(int a)\n{\n}\n',
    'SIZE',
    'node',
    'add_node',
  ],
  'a.rb': ['module Web\n  def self.get\n  end\nend\n', 'Web', 'get'],
  'a.php': ['<?php\nfinal class Page {\n    public function show() {}\n}\n', 'Page', 'show'],
  'a.md': ['# Title\ntext\n## How to start\n', 'Title', 'How to start'],
  'a.rst': ['Title\n=====\n\nSection one\n-----------\n', 'Title', 'Section one'],
  'a.json': ['{\n  "name": "x",\n  "scripts": {\n    "build": "y"\n  }\n}\n', 'name', 'scripts', 'build'],
  'a.yml': ['on: push\njobs:\n  test:\n    steps: []\n', 'on', 'jobs', 'test'],
  'a.toml': ['[package]\nname = "x"\n', 'package', 'name'],
  'a.css': ['.button:hover {\n}\n@media (min-width: 3px) {\n', '.button:hover', '@media (min-width: 3px)'],
};

describe('readDeclarations', () => {
  it.each(Object.entries(SOURCES))('reads the names in %s', (path, [text, ...names]) => {
    expect(readDeclarations(languageOf(path)!, text, 100)).toEqual(names);
  });

  it('stops at the limit, and takes each name once', () => {
    expect(readDeclarations('python', 'def a1(): 0\ndef a1(): 0\ndef b2(): 0\ndef c3(): 0\n', 2)).toEqual([
      'a1',
      'b2',
    ]);
  });

  it('reads something or nothing from broken text in every language', () => {
    const broken = '}{)(class \n\u0000 def (\n<<<<<<< HEAD\n"unclosed\n=====\n'.repeat(20);
    for (const language of LANGUAGES)
      expect(readDeclarations(language, broken, 5).length).toBeLessThanOrEqual(5);
  });
});

describe('outlineLines', () => {
  it('gives the lines on which something is declared', () => {
    expect(outlineLines('a.py', 'import os\n\nclass Spider:\n    def parse(self):\n        return 1\n')).toBe(
      'class Spider:\n    def parse(self):\n',
    );
    expect(outlineLines('a.unknown', 'class A:')).toBeUndefined();
    expect(outlineLines('a.py', 'print(1)')).toBeUndefined();
  });
});
