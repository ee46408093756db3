import { resolve } from 'node:path';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import { inputCostUsd } from '../core/cost/inputCostUsd.ts';
import { planStages, type StagePlan } from '../core/cost/plan/planStages.ts';
import { formatUsd } from '../core/format.ts';
import { type ModelOffer, offerModels } from '../core/models/modelOffer.ts';
import { modelsForTier } from '../core/models/modelsForTier.ts';
import { suggestTier } from '../core/models/tier/suggestTier.ts';
import type { TierSuggestion } from '../core/models/tier/tierSuggestion.ts';
import type { TokenCounter } from '../core/tokens/tokenCounter.ts';
import type { CounterLoader } from '../node/counting/counterLoader.ts';
import { readTextFile } from '../node/files/readTextFile.ts';
import type { Output } from './output.ts';
import { BOOLEAN, parseCommandLine, STRING } from './parseCommandLine.ts';
import { readUserModels } from './readUserModels.ts';
import { UsageError } from './usageError.ts';

export const TIER_USAGE =
  'token-meter tier --task TEXT | --tasks FILE.jsonl [--scope-tokens N] [--vendor NAME…] [--models FILE] [--json]';

type Engine = { loadCounter: CounterLoader };
type Task = { task: string; scopeTokens?: number };
type Wrong = { error: string };
type Asked = Task | Wrong;
type Priced = { id: string; costUsd: number | null };
type Answer = { suggestion: TierSuggestion; models: readonly Priced[]; staged: StagePlan };

/**
 * The tier of one task, or of each line `{ task, scopeTokens? }` of a file, one answer per line. JSON: `{ tier, confidence, mode, effort,
 * reasons, models: [{ id, costUsd }] }`; `costUsd` is the input of one request, of the scope when its size is given and else of the task's own
 * text (`o200k_base`), `null` for an unpriced model. A line that cannot be read is answered by `{ error }`, and the exit code is 1.
 */
export async function runTier(
  args: readonly string[],
  cwd: string,
  { loadCounter }: Engine,
): Promise<Output> {
  const { tasks, isFile, offer, json } = readArguments(args, cwd);
  const isSized = tasks.every((one) => 'error' in one || one.scopeTokens !== undefined);
  const counter = isSized ? undefined : await loadCounter('o200k_base');
  const answers = tasks.map((one) => ('error' in one ? one : answerTask(one, offer, counter)));
  const toText = json || isFile ? toJsonLine : renderAnswer;
  const exitCode = answers.some((answer) => 'error' in answer) ? 1 : 0;
  return { out: answers.map(toText).join(''), err: '', exitCode };
}

function answerTask(
  { task, scopeTokens }: Task,
  offer: ModelOffer,
  counter: TokenCounter | undefined,
): Answer {
  const suggestion = suggestTier(task, scopeTokens === undefined ? {} : { scopeTokens });
  const inputTokens = scopeTokens ?? counter?.countTokens(task) ?? 0;
  const models = modelsForTier(suggestion.tier, offer).map(({ id, price }) => ({
    id,
    costUsd: inputCostUsd(inputTokens, price) ?? null,
  }));
  const staged = planStages(
    suggestion.stages.map(({ tier }) => ({ tier, tokensOn: () => ({ inputTokens }) })),
    (tier) => modelsForTier(tier, offer)[0],
  );
  return { suggestion, models, staged };
}

function toJsonLine(answer: Answer | Wrong): string {
  return `${JSON.stringify('error' in answer ? answer : toReport(answer))}\n`;
}

function toReport({ suggestion, models }: Answer) {
  const { tier, confidence, mode, effort, reasons } = suggestion;
  return { tier, confidence, mode, effort, reasons, models };
}

function renderAnswer(answer: Answer | Wrong): string {
  if ('error' in answer) return `${answer.error}\n`;
  const { suggestion, models, staged } = answer;
  const { tier, confidence, mode, effort, reasons, escalate, stages } = suggestion;
  const head = `${tier}, ${Math.round(confidence * 100)} % sure; ${mode} mode, effort ${effort}`;
  return [
    head,
    ...reasons.map((reason) => `  because ${reason}`),
    ...models.map(({ id, costUsd }) => `  ${id}  ${formatUsd(costUsd ?? undefined)}`),
    ...stages.map(
      (stage, index) => `  ${index + 1}. ${stage.tier}: ${stage.text}  ${describeStage(staged, index)}`,
    ),
    ...(stages.length > 0
      ? [`  together ${formatUsd(staged.costUsd)}, everything on tier think ${formatUsd(staged.allThinkUsd)}`]
      : []),
    ...(escalate === undefined ? [] : [`  ${escalate}`]),
    '',
  ].join('\n');
}

function describeStage({ stages }: StagePlan, index: number): string {
  const stage = stages[index];
  return stage?.model === undefined ? 'no model' : `${stage.model.id} ${formatUsd(stage.costUsd)}`;
}

function readArguments(args: readonly string[], cwd: string) {
  const { values } = parseCommandLine(args, {
    task: STRING,
    tasks: STRING,
    'scope-tokens': STRING,
    vendor: { ...STRING, multiple: true },
    models: STRING,
    json: BOOLEAN,
  });
  const scopeTokens =
    values['scope-tokens'] === undefined
      ? undefined
      : toTokens(Number(values['scope-tokens']), '--scope-tokens');
  const offer = offerModels(readUserModels(values.models, cwd), values.vendor ?? []);
  const common = { offer, json: values.json ?? false };
  if (values.task !== undefined && values.tasks !== undefined)
    throw new UsageError('Give either --task or --tasks.');
  if (values.task !== undefined) {
    return { tasks: [toAsked(values.task, scopeTokens, '--task')], isFile: false, ...common };
  }
  if (values.tasks === undefined)
    throw new UsageError('Say what is to be done: --task "…", or --tasks FILE.jsonl.');
  return { tasks: readTasks(resolve(cwd, values.tasks), scopeTokens), isFile: true, ...common };
}

/** A line that cannot be answered is answered with what is wrong with it: the others are not lost. */
function readTasks(path: string, scopeTokens: number | undefined): Asked[] {
  const read = readTextFile(path);
  if ('skip' in read) throw new UsageError(`Cannot read --tasks: ${SKIP_REASONS[read.skip]}.`);
  return read.text
    .split('\n')
    .map((line, index) => ({ line, at: `line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => readLine(line, at, scopeTokens));
}

function readLine(line: string, at: string, scopeTokens: number | undefined): Asked {
  try {
    return parseLine(line, at, scopeTokens);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { error: error.message };
  }
}

function parseLine(line: string, at: string, scopeTokens: number | undefined): Asked {
  const value = parseJson(line, at);
  if (typeof value !== 'object' || value === null || !('task' in value) || typeof value.task !== 'string') {
    throw new UsageError(`"task" is missing in ${at}: write { "task": "…", "scopeTokens": 1000 }.`);
  }
  const own = 'scopeTokens' in value ? (value.scopeTokens ?? undefined) : undefined;
  return toAsked(value.task, own === undefined ? scopeTokens : toTokens(own, `"scopeTokens" in ${at}`), at);
}

function parseJson(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError(`No JSON in ${at}.`);
  }
}

function toAsked(task: string, scopeTokens: number | undefined, at: string): Task {
  if (task.trim() === '') throw new UsageError(`The task is empty: ${at}.`);
  return { task, ...(scopeTokens !== undefined && { scopeTokens }) };
}

/** More than any model takes by far; beyond it a price is a typing error. */
const MOST_TOKENS = 1_000_000_000_000;

function toTokens(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MOST_TOKENS) {
    throw new UsageError(`${field} must be a whole number of tokens from 0 to ${MOST_TOKENS}.`);
  }
  return value;
}
