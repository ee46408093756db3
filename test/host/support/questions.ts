import { equal } from 'node:assert/strict';
import { type InputBoxOptions, type QuickPickItem, type SaveDialogOptions, Uri, window } from 'vscode';

/** A question as it was put to the user. */
export type Question = {
  title: string;
  /** What there was to choose from. */
  items: readonly QuickPickItem[];
  /** What the box held before. */
  value: string;
  /** Why the box would not take the answer. */
  problem?: string;
};

export type Questions = {
  asked: Question[];
  /** What is typed into, or chosen from, the boxes that come next; `undefined` is Escape. Of a list, how the label starts. */
  answer(...answers: (string | undefined)[]): void;
};

/** Answers lists, input boxes and the save dialog in the user's place, for the tests of the suite around; each answer must be asked for. */
export function answerQuestions(): Questions {
  const { showQuickPick, showInputBox, showSaveDialog } = window;
  const answers: (string | undefined)[] = [];
  const asked: Question[] = [];
  const ask = (title = '', items: readonly QuickPickItem[] = [], value = ''): Question => {
    const question = { title, items, value };
    asked.push(question);
    if (answers.length === 0) throw new Error(`Nobody answers “${title}”.`);
    return question;
  };
  const pick = async (given: unknown, options?: { title?: string }) => {
    const items = ((await given) as readonly (QuickPickItem | string)[]).map(toItem);
    ask(options?.title, items);
    const answer = answers.shift();
    const found = items.find(({ label }) => answer !== undefined && label.startsWith(answer));
    if (answer !== undefined && found === undefined) throw new Error(`There is no “${answer}” to choose.`);
    return found !== undefined && 'isText' in found ? found.label : found;
  };
  const type = async ({ title, value, validateInput }: InputBoxOptions = {}) => {
    const question = ask(title, [], value);
    const answer = answers.shift();
    const problem = answer === undefined ? undefined : await validateInput?.(answer);
    if (typeof problem !== 'string') return answer;
    question.problem = problem;
    return undefined;
  };
  const chooseFile = async ({ title, defaultUri }: SaveDialogOptions = {}) => {
    ask(title, [], defaultUri?.fsPath);
    const answer = answers.shift();
    return answer === undefined ? undefined : Uri.file(answer);
  };
  before(() =>
    Object.assign(window, { showQuickPick: pick, showInputBox: type, showSaveDialog: chooseFile }),
  );
  beforeEach(() => {
    asked.length = 0;
  });
  afterEach(() => equal(answers.splice(0).length, 0, 'answers that nobody asked for'));
  after(() => Object.assign(window, { showQuickPick, showInputBox, showSaveDialog }));
  return { asked, answer: (...next) => void answers.push(...next) };
}

function toItem(item: QuickPickItem | string): QuickPickItem {
  return typeof item === 'string' ? Object.assign({ label: item }, { isText: true }) : item;
}
