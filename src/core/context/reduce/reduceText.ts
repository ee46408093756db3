import { formatPlural } from '../../format.ts';
import { classifyFile, type FileClass } from './classifyFile.ts';
import { reduceJson } from './json/reduceJson.ts';
import { isLog, recogniseFormats } from './log/recogniseLog.ts';
import { reduceLog } from './log/reduceLog.ts';
import type { ReduceOptions, Reduction } from './reduction.ts';
import { recogniseTable } from './table/recogniseTable.ts';
import { reduceTable } from './table/reduceTable.ts';

const LAST_LINES = 10;

/**
 * Reduces a text by what it is: a log, JSON, a table, a file that need not be read. Never grows it: where nothing is gained, the text
 * comes back as it was, without notes.
 */
export function reduceText(text: string, options: ReduceOptions = {}): Reduction {
  const measure = options.measure ?? ((part: string) => part.length);
  const reduced = reduceByKind(text, options);
  if (reduced.text === text || measure(reduced.text) < measure(text)) return reduced;
  return { ...reduced, text, notes: [] };
}

function reduceByKind(text: string, { kind, path = '', lastLines = LAST_LINES }: ReduceOptions): Reduction {
  const unreduced: Reduction = { kind: 'other', text, notes: [] };
  switch (kind) {
    case undefined:
      return recognise(text, path, lastLines) ?? unreduced;
    case 'generated':
      return nameFile(
        text,
        path,
        classifyFile(path, text) ?? { name: 'generated', reason: 'generated file' },
      );
    case 'json':
      return reduceJson(text) ?? recogniseLog(text, lastLines) ?? unreduced;
    case 'table': {
      const table = recogniseTable(text);
      return table === undefined ? unreduced : reduceTable(text, table);
    }
    case 'log':
      return reduceLog(text, lastLines);
    case 'other':
      return unreduced;
    default:
      return kind satisfies never;
  }
}

/** By their names these are no logs, whatever logs they quote. */
const CODE =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|php|go|rs|java|kts?|scala|swift|dart|c|cc|cpp|h|hpp|cs|sql|proto|css|s[ac]ss|less|html?|sh|ps1)$/i;

/** Files by name first; JSON lines with a level are a log; a known log format goes before a table, a table before a mere look. */
function recognise(text: string, path: string, lastLines: number): Reduction | undefined {
  const fileClass = classifyFile(path, text);
  if (fileClass !== undefined) return nameFile(text, path, fileClass);
  if (CODE.test(path)) return undefined;
  const formats = recogniseFormats(text);
  if (formats[0] === 'json lines') return reduceLog(text, lastLines, formats);
  const json = /^\s*[[{]/.test(text) ? reduceJson(text) : undefined;
  if (json !== undefined) return json;
  const table = formats.length === 0 ? recogniseTable(text) : undefined;
  if (table !== undefined) return reduceTable(text, table);
  return isLog(text) ? reduceLog(text, lastLines, formats) : undefined;
}

function recogniseLog(text: string, lastLines: number): Reduction | undefined {
  return isLog(text) ? reduceLog(text, lastLines) : undefined;
}

function nameFile(text: string, path: string, { name, reason }: FileClass): Reduction {
  const count = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const title = path === '' ? 'file' : path;
  return {
    kind: 'generated',
    format: name,
    text: `[${title}: ${reason}, ${formatPlural(count, 'line')} left out]\n`,
    notes: [{ cut: 'lines', count }],
  };
}
