import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPriceRows } from './listPriceRows.ts';

/** `node test/core/models/prices/writeListPrices.ts`: takes the prices over from the installed package. Then set the date at the head by hand. */
const FILE = join(import.meta.dirname, '../../../../src/core/models/prices/listPrices.ts');

const [head] = readFileSync(FILE, 'utf8').split('LIST_PRICES = ');
writeFileSync(FILE, `${head}LIST_PRICES = \`\n${listPriceRows().join('\n')}\n\`;\n`);
