import { describe, expect, it } from 'vitest';
import { type Files, makeCorpus } from '../makeCorpus.ts';

function importsOf(files: Files, path: string): string[] {
  const { graph, table } = makeCorpus(files);
  return graph.imports[table.numberOf(path)!]!.map(({ file }) => table.paths[file]!).sort();
}

describe('buildImportGraph', () => {
  it.each<[string, Files, string, string[]]>([
    [
      'TypeScript: extensions, indexes, .js for .ts, aliases, packages of the workspace',
      {
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
        'packages/b/package.json': '{\n  "name": "@x/b"\n}',
        'packages/b/src/index.ts': '',
        'src/a.ts':
          "import './b'; import './c.js'; import './d'; import '@/e'; import '@x/b'; import 'react';",
        'src/b.tsx': '',
        'src/c.ts': '',
        'src/d/index.ts': '',
        'src/e.ts': '',
      },
      'src/a.ts',
      ['packages/b/src/index.ts', 'src/b.tsx', 'src/c.ts', 'src/d/index.ts', 'src/e.ts'],
    ],
    [
      'Python: packages, relative dots, names that are modules, any source folder',
      {
        'lib/pkg/__init__.py': '',
        'lib/pkg/a.py':
          'import pkg.b\nfrom . import c\nfrom ..other import d\nfrom pkg.e import f\nimport os\n',
        'lib/pkg/b.py': '',
        'lib/pkg/c.py': '',
        'lib/pkg/e.py': '',
        'lib/other/d.py': '',
      },
      'lib/pkg/a.py',
      ['lib/other/d.py', 'lib/pkg/__init__.py', 'lib/pkg/b.py', 'lib/pkg/c.py', 'lib/pkg/e.py'],
    ],
    [
      'Go: packages of the module, without their tests',
      {
        'go.mod': 'module example.org/m\n',
        'main.go': 'import (\n\t"example.org/m/store"\n\t"fmt"\n)\n',
        'store/a.go': '',
        'store/b.go': '',
        'store/a_test.go': '',
      },
      'main.go',
      ['store/a.go', 'store/b.go'],
    ],
    [
      'Java and Kotlin: classes, static members, whole packages',
      {
        'src/main/java/a/A.java': 'import b.B;\nimport static b.C.run;\nimport d.*;\n',
        'src/main/java/b/B.java': '',
        'src/main/java/b/C.kt': '',
        'src/main/java/d/D.java': '',
      },
      'src/main/java/a/A.java',
      ['src/main/java/b/B.java', 'src/main/java/b/C.kt', 'src/main/java/d/D.java'],
    ],
    [
      'Rust: modules, crate, super, other crates of the workspace',
      {
        'core/Cargo.toml': '[package]\nname = "my-core"\n',
        'core/src/lib.rs': '',
        'app/src/main.rs': 'mod net;\nuse my_core::Thing;\nuse crate::util::help;\nuse std::io;\n',
        'app/src/net/mod.rs': '',
        'app/src/util.rs': '',
      },
      'app/src/main.rs',
      ['app/src/net/mod.rs', 'app/src/util.rs', 'core/src/lib.rs'],
    ],
    [
      'C#: the files of a namespace',
      {
        'A.cs': 'using My.Store;\nusing System;\n',
        'Store/B.cs': 'namespace My.Store;\n',
        'C.cs': 'namespace My;\n',
      },
      'A.cs',
      ['Store/B.cs'],
    ],
  ])('%s', (_what, files, path, expected) => {
    expect(importsOf(files, path)).toEqual(expected);
  });

  it('bears cycles, imports of oneself and names that lead outside', () => {
    const files = {
      'a.ts': "import './b'; import './a'; import '../../x'; import '';",
      'b.ts': "import './a';",
    };
    expect([importsOf(files, 'a.ts'), importsOf(files, 'b.ts')]).toEqual([['b.ts'], ['a.ts']]);
  });
});
