import type { Check } from '../check.ts';
import { message } from '../message.ts';
import { locateText } from '../text/locateText.ts';
import { MASK } from '../text/maskNames.ts';
import { findRequests } from '../text/requests.ts';

const LIMITS = {
  mostWords: { value: 60, reason: 'Whoever writes more says where somewhere, in words that no table holds.' },
};

/** A change is asked for without a place: an agent reads the whole workspace to find it. */
export const noScope: Check = {
  id: 'noScope',
  thresholds: LIMITS,
  find({ text, task, scope }, read) {
    const isPlaced = read.payloads.length > 0 || (scope?.parts.length ?? 0) > 0 || namesPlace(read.prose);
    if (isPlaced || (task !== undefined && task.filesToTouch.trim() !== '') || read.task.hasTrace) return [];
    const change = findRequests(read).find(({ kind, words }) => kind === 'change' && !NO_CODE.test(words));
    if (change === undefined || read.task.isCommand || countWords(read.prose) > LIMITS.mostWords.value)
      return [];
    return [
      {
        check: 'noScope',
        title: message(
          'No file, symbol or place is named: whoever works on it reads the whole workspace to find one.',
        ),
        places: task === undefined ? locateText(text, change.text) : [{ in: 'task', field: 'filesToTouch' }],
        action: { do: 'editTask', field: 'filesToTouch' },
      },
    ];
  },
};

/** Names that stand in the text as they are: `camelCase`, `snake_case`, `name()`, and things that a program has one of by that name. */
const NAMED = new RegExp(
  `${MASK}|\\b[a-z\\d]{1,60}[A-Z][A-Za-z\\d]{0,60}\\b|\\b[A-Z][a-z\\d]{1,60}[A-Z]\\w{0,60}\\b|\\b\\w{1,60}_\\w{1,60}\\b|\\b\\w{1,60}\\(\\)`,
  'u',
);
const PLACES =
  /(?<![\p{L}])(?:this|that|these|the (?:selected|following|above|attached|open|current|same)) (?:function|method|class|file|files|code|snippet|component|query|test|script|module|selection|diff|table|text|document|page|email|commit|branch|pr|pull request|\w+ below)(?![\p{L}])|(?<![\p{L}])[\p{L}\d-]{2,40} (?:pages?|components?|modules?|endpoints?|functions?|methods?|classes|class|tables?|forms?|screens?|buttons?|commands?|scripts?|workflows?|dialogs?|views?|headers?|footers?|sidebar|navbar|menus?|services?|controllers?|routes?|quer(?:y|ies)|schemas?|packages?|plugins?|jobs?|hooks?|middleware|migrations?|pipelines?|tests?|box|field|column|tab|panel|api)(?![\p{L}])|(?<![\p{L}])(?:readme|dockerfile|makefile|changelog|tsconfig|eslint|ci|navbar|sidebar|login|header|footer|repo(?:sitory)?)(?![\p{L}])|(?:seite|formular|funktion|klasse|tabelle|komponente|modul|dialog|menü|skript|maske|diese[rsmn]? (?:datei|methode|code|abfrage))(?![\p{L}])|(?:页面|函数|组件|模块|接口|表单|按钮|脚本|文件|这段代码|这个类|方法)/iu;

/** "Write an essay", "make a plan": nothing is looked for in a workspace. */
const NO_CODE =
  /^(?:make|create|write|prepare|give|do|get|keep|let|try|continue|undo|commit|push|build|develop|generate|start|return|use|ensure|include|call|run|put|save|send|mark|translate|sort|group|bring|complete|finish|stop|style|shorten|expand|publish) (?!.*\b(?:better|nicer|faster|cleaner|work|the (?:code|app|tests?))\b)/;

function namesPlace(prose: string): boolean {
  return NAMED.test(prose) || PLACES.test(prose);
}

function countWords(prose: string): number {
  return prose.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
