import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NODE_MODULES = join(import.meta.dirname, '../../../node_modules');
const LARGEST = 1_000_000;

/** The first files of an installed package, by name, that end so and are text of a size worth counting. */
export function listPackageFiles(packageName: string, extension: string, limit: number): string[] {
  const files: string[] = [];
  for (const name of readdirSync(join(NODE_MODULES, packageName), {
    recursive: true,
    encoding: 'utf8',
  }).sort()) {
    const file = join(NODE_MODULES, packageName, name);
    if (!name.endsWith(extension) || name.includes('node_modules')) continue;
    const { size } = statSync(file);
    if (statSync(file).isFile() && size > 0 && size < LARGEST) files.push(file);
    if (files.length === limit) break;
  }
  return files;
}
