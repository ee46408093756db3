import { splitWords } from '../../context/suggest/facts/splitWords.ts';
import { instructionLines, type SaidLine } from './instructionLines.ts';
import { ALTERNATIVES, EMPTY_HEADINGS, EMPTY_STEMS, IMPERATIVES, verbClass } from './ruleWords.ts';

/** One thing that a line of instructions demands or forbids, in stems of words. */
export type InstructionRule = {
  line: SaidLine;
  isForbidden: boolean;
  /** Of a demand: in every case. */
  isAlways: boolean;
  /** What is to be done, one word for verbs that ask for the same; empty in scripts without spaces. */
  verb: string;
  /** What it is about, and where it holds. */
  about: readonly string[];
  /** What it does not hold for. */
  exceptions: readonly string[];
  /** Of things of which a project uses one, that one, by the place of its group in `ALTERNATIVES`. */
  choices: ReadonlyMap<number, number>;
};

/** The rules of a file with instructions, its first `mostLines` lines that say something. */
export function instructionRules(text: string, mostLines: number): InstructionRule[] {
  return instructionLines(text)
    .slice(0, mostLines)
    .flatMap((line) => readLine(line, text.slice(line.start, line.end)));
}

function readLine(line: SaidLine, written: string): InstructionRule[] {
  const said = written
    .toLowerCase()
    .replace(/^\s*(?:[-*+>]|\d{1,3}[.)])\s+(?:\[[ x]\]\s+)?/, '')
    .replace(/[*"“”„]+/g, '')
    .replaceAll('’', "'");
  const condition = CONDITION.exec(said)?.[0] ?? '';
  const holdsFor = [
    ...splitWords(line.heading).filter((stem) => !EMPTY_HEADINGS.has(stem)),
    ...splitWords(condition),
  ];
  return said
    .slice(condition.length)
    .split(CLAUSE_ENDS)
    .flatMap((clause) => readClause(clause.trim(), line, holdsFor));
}

/** "In tests, …", "Small fixes: …". */
const CONDITION =
  /^(?:(?:in|for|when|if|on|during|inside|within|with|before|after|unless) [^,:`]{1,60}[,:]|[\p{L}/ -]{1,30}:)(?=\s)/u;
const CLAUSE_ENDS =
  /[;,](?=\s)|(?<=[\p{L}\d)`])\.(?=\s|$)|\s(?:but|sondern|aber|and(?= (?:never|do not|don't|always|avoid)))\s|[，；。]/u;

function readClause(clause: string, line: SaidLine, holdsFor: readonly string[]): InstructionRule[] {
  const [, one, other = ''] = INSTEAD.exec(clause) ?? [];
  if (one !== undefined)
    return [one, `never use ${other}`].flatMap((each) => readClause(each, line, holdsFor));
  const [said = '', exception = ''] = clause.replace(PRONOUNS, '').replace(OVER, '$1').split(EXCEPT);
  if (ALLOWS.test(said)) return [];
  const isAskedFirst = ASK_FIRST.test(said);
  const isForbidden = FORBIDS.test(said) || isAskedFirst;
  const choices = findChoices(said);
  const words = wordsOf(said);
  const [first = ''] = words;
  const isRule =
    isForbidden || DEMANDS.test(said) || IMPERATIVES.has(first) || (choices.size > 0 && STATES.test(said));
  if (!isRule) return [];
  const isThing = THING.test(said);
  const hasVerb = !isThing && !STATES.test(said) && !UNSPACED.test(said);
  const own = [...words.slice(hasVerb ? 1 : 0), ...(isAskedFirst ? [UNASKED_STEM] : []), ...holdsFor];
  const about = [...new Set(own)].filter((stem) => !EMPTY_STEMS.has(stem));
  if (about.length === 0) return [];
  const verb = isThing ? verbClass('use') : hasVerb ? verbClass(first) : '';
  const exceptions = splitWords(exception);
  return [{ line, isForbidden, isAlways: ALWAYS.test(clause), verb, about, exceptions, choices }];
}

/** The verb, and what comes with it; of "tests must not hit the network" the subject comes last. */
function wordsOf(said: string): string[] {
  const [, subject = '', predicate = said] = MODAL.exec(said) ?? [];
  const bare = predicate.replace(ASK_FIRST, '').replace(HEAD, '').replace(UNASKED, ' unasked ');
  const codes = [...said.matchAll(CODE)].map(([code]) => code);
  return [...splitWords(`${bare} ${subject}`.replace(MARKS, '').replace(CODE, '')), ...codes];
}

function findChoices(said: string): Map<number, number> {
  const choices = new Map<number, number>();
  for (const [group, { values }] of ALTERNATIVES.entries()) {
    const found = values.flatMap((pattern, value) => (pattern.test(said) ? value : []));
    const [only] = found;
    if (found.length === 1 && only !== undefined) choices.set(group, only);
  }
  return choices;
}

/** A name stands for itself, whatever words it is made of. */
const CODE = /`[^`\s]{1,80}`/g;
const INSTEAD = /^(.*?)\s(?:instead of|rather than|statt|anstatt)\s(.*)$/;
/** What is preferred to it is not forbidden by that. */
const OVER = /^(prefer .*?)\sover\s.*$/;
const PRONOUNS = /^(?:(?:you|we|please|also|then) )+/;
const EXCEPT = /\b(?:unless|except|other than|es sei denn|außer)\b/;
/** "No", or "not" behind a comma: a thing that is not to be used. */
const THING = /^(?:no|not|keine?n?) /;
const FORBIDS =
  /^(?:always )?(?:[^\s,]+ )?(?:never|do not|don't|dont|avoid|no|not|niemals|nie|nicht|keine?n?|vermeide)(?!\p{L})|^(?:\S+ ){0,4}(?:must|should|shall|may|can)(?:n't| ?not| never)(?!\p{L})|不要|禁止|从不|不得|避免/u;
/** "Only create files when asked" demands none. */
const ALLOWS = /^(?:\S+ )?only(?!\p{L})|^nur /u;
const ALWAYS = /(?<!\p{L})(?:always|every|each|all|must|immer|jede\w*)(?!\p{L})|总是|必须/u;
const DEMANDS =
  /^(?:always|must|should|shall|need to|ensure|make sure|immer)(?!\p{L})|^(?:\S+ ){1,4}(?:must|should|shall|need to|muss|müssen|soll|sollen)(?!\p{L})|总是|必须|应该|请|使用/u;
const MODAL =
  /^((?:\S+ ){1,4})(?:must|should|shall|may|can|need to|muss|müssen|soll|sollen)(?:n't| not| never)? (.*)$/;
/** "Commit messages are in English." */
const STATES = /^(?:\S+ ){1,4}(?:is|are)(?: always| written)? in /;
const HEAD =
  /^(?:(?:always|never|do not|don't|dont|must|should|shall|not|no|only|need to|ensure|make sure|to|that|avoid(?= \p{L}+ing )|immer|niemals|nie|keine?n?|nicht) )+/u;
const MARKS = /不要|禁止|从不|不得|避免|总是|必须|应该|请/g;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** "Ask before you push" forbids what "push without asking" demands. */
const ASK_FIRST = /^(?:always )?ask (?:\S+ ){0,3}?before (?:you |we )?/;
const UNASKED = /\bwithout (?:asking|permission|confirmation|approval)\b/;
const UNASKED_STEM = 'unask';
