import type { Language } from './findLanguage.ts';
import type { ReadPrompt } from './readPrompt.ts';

/** What a clause asks for: a change of files, a text, or to be told something. */
export type RequestKind = 'change' | 'write' | 'tell';
/** `words` begin with the verb, in lower case; `text` is as written. */
export type PromptRequest = { kind: RequestKind; words: string; text: string };

/** The clauses that ask for something, in a language whose verbs are known. */
export function findRequests({ task, language }: ReadPrompt): PromptRequest[] {
  return task.clauses.flatMap(({ words, text }) => {
    const kind = kindOf(words, language);
    return kind === undefined ? [] : [{ kind, words, text }];
  });
}

/**
 * Whether anything is asked for or wished. Verbs are too many for a table, so only what begins like a statement, in a language whose
 * statements are known, is taken for one.
 */
export function asksForSomething(read: ReadPrompt): boolean {
  const { task, language, prose, text } = read;
  const statement = STATEMENTS[language];
  if (statement === undefined || task.isCommand || text.length > LONGEST_STATEMENTS) return true;
  if (AGENT_COMMAND.test(text) || isAnswer(text)) return true;
  // What is asked may stand on the line before a log, without a blank line between.
  if (
    WISH.test(prose) ||
    TROUBLE.test(prose) ||
    WISH.test(text.slice(0, FIRST_WORDS)) ||
    findRequests(read).length > 0
  )
    return true;
  return !CODE_ONLY.test(text) && task.clauses.some(({ words }) => !statement.test(words));
}

/** What answers in a talk: what it is about, and what for, was said before. */
export function isAnswer(text: string): boolean {
  return text.length <= LONGEST_ANSWER && ANSWER.test(text);
}

const LONGEST_ANSWER = 200;
const ANSWER =
  /^\s*(?:yes|yeah|yep|yup|sure|ok(?:ay)?|no|nope|go ahead|please do|perfect|great|nice|good|fine|right|correct|exactly|ja|nein|genau|好的?|是的?|对|不)(?![\p{L}'’-])/iu;

/** `/review 1432`, `@workspace …`: what it asks for is known to the agent. */
const AGENT_COMMAND = /^\s*(?:\/[a-z][\w:-]{1,40}(?=\s|$)|@[a-z][\w-]{1,40}\s+\S)/i;

/** Whoever writes more wants something, in words that no table holds. */
const LONGEST_STATEMENTS = 20_000;

const FIRST_WORDS = 300;

/** A declaration to its last bracket. */
const CODE_ONLY =
  /^\s*(?:(?:export|public|private|async|static|abstract|default) ){0,4}(?:interface|type|class|const|let|var|function|enum|struct|fn|func|import|namespace) [\w$*{(][\s\S]{0,20000}[{};]\s*$/;

const STATEMENTS: Partial<Record<Language, RegExp>> = {
  en: /^(?:(?:the|a|an|our|my|this|that|these|those|here|it|there|they|he|she|its|their|deployed|built|written|hosted|running) |(?:we|i) (?:use|have|are|am|run|work|support|'ve|were|was)(?![a-z'])|[^\p{L}]*$)/u,
  de: /^(?:(?:der|die|das|ein|eine|unser|unsere|mein|meine|dies|diese|dieser|hier|es|sie) |(?:wir|ich) (?:verwenden|nutzen|haben|benutzen|verwende|nutze|habe|sind|bin)(?!\p{L})|[^\p{L}]*$)/u,
  zh: /^(?:这|我们|我|它|该|[^\p{L}]*$)/u,
};

function kindOf(words: string, language: Language): RequestKind | undefined {
  const verbs = VERBS[language];
  if (verbs === undefined) return undefined;
  return KINDS.find((kind) => verbs[kind].test(words));
}

const KINDS = ['write', 'tell', 'change'] as const satisfies RequestKind[];

const VERBS: Partial<Record<Language, Record<RequestKind, RegExp>>> = {
  en: {
    write:
      /^(?:(?:write|draft|compose|author|produce|prepare|create|generate)(?: me| us)?(?: (?!tests?\b)[\w-]+){0,5} (?:documentation|docs|report|essay|article|blog ?post|post|tweet|summary|overview|guide|tutorial|release notes|e?-?mail|letter|readme|notes|description|announcement)\b|(?:write|draft|give|provide|prepare)(?: me| us)? (?:an? |the )?(?:detailed|comprehensive|thorough|exhaustive|in-depth|complete|long|short)$|summari[sz]e|document|translate|paraphrase|recap)\b/,
    tell: /^(?:explain|describe|tell|show|list|find|search|look (?:up|for)|check|compare|analy[sz]e|review|evaluate|suggest|propose|recommend|plan|design|outline|investigate|debug|diagnose|count|name|give|print|reply|answer|classify|categori[sz]e|label|identify|determine|estimate|judge|verify|run|read|open|go through|walk|think|brainstorm|discuss|ask|what|why|how|when|where|which|who|whose|is|are|does|do i|do we|did|can i|can we|can this|could this|will|should|would)\b/,
    change:
      /^(?:add|implement|fix|refactor|rename|update|upgrade|downgrade|remove|delete|drop|migrate|convert|change|create|build|make|move|replace|rewrite|extract|inline|integrate|introduce|enable|disable|set|configure|bump|install|port|split|merge|optimi[sz]e|improve|enhance|clean|tidy|polish|handle|deal|support|apply|adjust|modify|extend|insert|wrap|validate|reject|retry|speed|simplify|reduce|correct|repair|resolve|patch|style|format|deploy|revert|backfill|generate|write|call|use|turn|switch|put|allow|prevent|stop|hide|sort|group|cache|log|hook|wire|expose|throw|return|catch|limit|cap|test|mock|redesign|restructure|reorgani[sz]e|rework|revise|tweak|work on|take care|do|try|develop|finish|complete|continue|keep|let|ensure|include|mark|pin|commit|push|center|align|show|redirect|encrypt|seed|scaffold|bring|get|undo|start|increase|decrease|lower|raise|double|port|overhaul|rebuild|re-?architect|transition|shorten|expand|connect|load|store|save|send|parse|render|register|publish|release|swap|combine|unify|deduplicate|modulari[sz]e|moderni[sz]e|harden|secure|paginate|debounce|throttle|memoi[sz]e|localize|internationali[sz]e|document)\b/,
  },
  de: {
    write:
      /^(?:(?:schreib|verfass|erstell|formulier)\w* (?:[\wäöüß-]+ ){0,5}(?:dokumentation|bericht|aufsatz|artikel|zusammenfassung|überblick|anleitung|e?-?mail|beschreibung)|fass\w* .*zusammen|übersetz|dokumentier)/,
    tell: /^(?:erklär|beschreib|sag|zeig|liste|such|find|prüf|überprüf|vergleich|analysier|bewert|schlag|plan|entwirf|untersuch|zähl|nenn|gib|lies|was|warum|wieso|weshalb|wie|wann|wo|welche|wer|ist|sind|kann|hat|gibt|soll)/,
    change:
      /^(?:füg|implementier|behebe?|fix|refaktorier|refactor|benenn|umbenenn|änder|aktualisier|entfern|lösch|migrier|konvertier|erstell|bau|mach|verschieb|ersetz|schreib|extrahier|stell|setz|konfigurier|installier|optimier|verbesser|überarbeit|räum|bereinig|erweiter|ergänz|passe?\b|korrigier|reparier|lös|wandl|teste?\b|sorg|ruf|verwend|nutz|kümmer|halte|aktivier|deaktivier|vereinfach|leg|richt|beschleunig|start|führ|sortier|formatier|zerleg|teil|trenn)|(?:ändern|hinzufügen|beheben|umbenennen|entfernen|erstellen|einbauen|implementieren|anpassen|verbessern|schreiben|ersetzen|aktualisieren|optimieren)(?:[.!?]|$)/,
  },
  zh: {
    write: /总结|概括|翻译|写(?:一)?(?:篇|份|封)|介绍|撰写/,
    tell: /解释|说明|为什么|怎么|如何|什么|哪|吗|是否|列出|查找|找出|检查|比较|分析|评估|建议|设计|规划|告诉|看看|多少/,
    change:
      /添加|增加|实现|修复|修改|重构|重命名|更新|升级|删除|移除|迁移|转换|改成|改为|创建|新建|编写|替换|提取|优化|改进|完善|美化|处理|提升|改善|整理|写|加|把|将|支持|使用|拆分|合并|运行|集成/,
  },
};

/** Whoever tells of it wants it to end; a thing that is to be made is told by what it does. */
const TROUBLE =
  /(?<![\p{L}])(?:broken|breaks|bugged|uncaught|errors?|exceptions?|unexpected(?:ly)?|missing|supposed to|not \w{2,20}ed|crash\w*|fails?|failing|failed|lags?|slow|slowly|stuck|silently|wrong|leaks?|loses?|lost|hangs?|freezes?|(?:does not|doesn't|not|never) works?|(?:keeps?|kept) (?:going|\w+ing)|way to|(?:script|one-?liner|function|command|query|regex|tool) (?:that|which|to)|kaputt|hängt|langsam|falsch|funktioniert nicht)(?![\p{L}])|报错|失败|崩溃|卡住/iu;

/** What is wanted, expected or asked without an imperative. */
const WISH =
  /[?？]|(?<![\p{L}])(?:should|must|shall|expected|want|wants|need|needs|would like|goal|todo|let's|lets|wish|task|objective|please|pls|same|fix|why|help|how|could|can|soll|sollen|sollte|muss|müssen|möchte|möchten|brauche|brauchen|will|wollen|ziel|aufgabe|erwartet|done when|fertig wenn)(?![\p{L}])|应该|需要|必须|目标|希望|期望|想要|任务|请/iu;
