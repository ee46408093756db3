import { resolve } from 'node:path';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import { parseUserModels, type UserModel } from '../core/models/userModels.ts';
import { readTextFile } from '../node/files/readTextFile.ts';
import { UsageError } from './usageError.ts';

/** The models of `--models FILE`: JSON as in the setting `tokenMeter.models`. Throws a `UsageError` that names what is wrong. */
export function readUserModels(file: string | undefined, cwd: string): readonly UserModel[] {
  if (file === undefined) return [];
  const read = readTextFile(resolve(cwd, file));
  if ('skip' in read) throw new UsageError(`Cannot read --models: ${SKIP_REASONS[read.skip]}.`);
  const { models, problems } = parseUserModels(parseJson(read.text));
  if (problems.length > 0) throw new UsageError(`--models: ${problems.join(' ')}`);
  return models;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('--models must name a file of JSON.');
  }
}
