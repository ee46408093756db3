import type { Language } from './findLanguage.ts';

/** What a phrase stands for in its sentence; this decides what may stand around it. */
export type FillerForm = 'sentence' | 'lead' | 'phrase' | 'swap' | 'unspaced';

/** A phrase that can go, or be said with `replacement`. `body` is a pattern that starts at a word and bounds every repeat. */
export type FillerPhrase = { form: FillerForm; body: string; replacement?: string };

/** By language; English ones are looked for in every language, as people mix them in. */
export const FILLER_PHRASES: Partial<Record<Language, readonly FillerPhrase[]>> = {
  en: [
    // Whole sentences that say nothing.
    sentence(
      '(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening))(?: there| team| everyone| all| claude| chatgpt| copilot| gemini| assistant)?',
    ),
    sentence("i hope (?:you(?:'re| are)|this (?:message|e-?mail)? ?finds you|all is)[^.!?\\n]{0,60}"),
    sentence(
      '(?:many |so many )?(?:thanks|thank you|thx|cheers)(?: (?:so much|very much|a lot|a million|in advance|for (?:your|the|all)(?: \\w+){1,4}|you))*',
    ),
    sentence("i (?:would|'d) (?:really )?appreciate (?:it|that|any help|your help)(?: very much)?"),
    sentence(
      '(?:please )?(?:let me know|feel free to (?:ask|reach out|tell me))(?: if you have any (?:questions|doubts)| if anything is unclear)?(?: or need (?:more|further) \\w+)?',
    ),
    sentence(
      'you are (?:a|an|my) (?:very |extremely |highly )?(?:helpful|friendly|useful|polite|smart|intelligent|knowledgeable)[^.!?\\n]{0,80}',
    ),
    sentence(
      'your (?:job|task|role) is to (?:help|assist) (?:me|us|users?|people)(?: with (?:their|my|our|all|any|the)(?: \\w+){0,3})?',
    ),
    sentence(
      '(?:please )?(?:always )?be (?:helpful|polite|accurate|nice|professional|friendly)(?:,? (?:and |or )?(?:helpful|polite|accurate|nice|professional|friendly|concise|clear|thorough))*(?: (?:in|with) (?:your|all)(?: \\w+){0,3})?(?: at all times)?',
    ),
    sentence(
      '(?:please )?always (?:make sure to |try to )?(?:answer|respond to) (?:the|my|every|all|each) questions? (?:fully|completely|properly|correctly)(?: and (?:fully|completely|properly|correctly))?',
    ),
    sentence('(?:please )?(?:take (?:a deep breath|your time))(?: and (?:think|work)[^.!?\\n]{0,60})?'),
    sentence('this is (?:very |extremely |really )?important (?:to|for) (?:me|us|my career)'),
    sentence("i(?:'ll| will) tip you[^.!?\\n]{0,40}"),
    sentence('(?:sorry|apologies)(?: for| to)(?: \\w+){1,5}'),
    // Before what is asked.
    lead(
      'i was (?:just )?wondering (?:if|whether) you (?:could|can|would|might)(?: possibly)?(?: please)?(?: help me(?: to)?)?',
    ),
    lead("i(?: would|'d) (?:really |greatly )?appreciate it if you (?:could|would)(?: please)?"),
    lead("i(?: would|'d) (?:really )?like (?:for )?you to(?: please)?"),
    lead('i (?:really )?(?:want|need) you to(?: please)?'),
    lead(
      '(?:could|can|would|will) you(?: please| kindly| possibly| maybe)*(?: be so kind as to| help me(?: to)?| try to| go ahead and)?(?= \\w)',
    ),
    lead('would you mind(?: please)?(?= \\w+ing\\b)'),
    lead(
      '(?:please )?(?:be so kind as to|go ahead and|help me(?: to)?(?= (?:rename|write|add|fix|find|create|make|change|understand|implement)))',
    ),
    lead('it would be (?:great|nice|awesome|wonderful|helpful|perfect|amazing) if you could(?: please)?'),
    lead('what i (?:want|need|would like)(?: you to do)? is(?: for you)? to'),
    lead('(?:basically|essentially|so|well|ok|okay|alright|now then),'),
    // Anywhere.
    phrase(
      "(?:if (?:at all )?possible|if you (?:do not|don't) mind|if you can|if that is ok(?:ay)?|if you have (?:the )?time|when(?:ever)? you have (?:the )?time|at your earliest convenience)(?: please)?",
    ),
    phrase(
      'as an? (?:senior |expert |experienced |world-class |professional |highly skilled |seasoned ){1,3}(?:\\w+ ){0,3}(?:engineer|developer|programmer|architect|expert|coder|writer|analyst)(?: with (?:over |more than )?\\d+\\+? years of (?:\\w+ )?experience)?',
    ),
    phrase('take a deep breath(?: and think step by step)?'),
    phrase('(?:please note|it is important to note|it should be noted|keep in mind|note) that'),
    phrase('(?:please|kindly|pretty please)(?: please| kindly)*'),
    phrase(
      '(?:thanks|thank you)(?: so much| very much| a lot)?(?: in advance)?(?: for your help)?(?=\\s*[.!]*\\s*$)',
    ),
    swap('in order to', 'to'),
    swap('due to the fact that', 'because'),
    swap('at this point in time', 'now'),
    swap('in the event that', 'if'),
    swap('for the purpose of', 'for'),
    swap('with (?:regard|respect) to', 'about'),
    swap('(?:a (?:large|significant) number of)', 'many'),
    swap('has the ability to', 'can'),
    swap('is able to', 'can'),
  ],
  de: [
    sentence(
      '(?:hallo|hi|hey|guten (?:morgen|tag|abend)|servus|moin)(?: zusammen| allerseits| claude| chatgpt)?',
    ),
    sentence('ich hoffe,? (?:es geht dir|dir geht es|es geht ihnen)[^.!?\\n]{0,40}'),
    sentence(
      '(?:vielen |herzlichen |besten |lieben )?dank(?: (?:im voraus|für (?:deine|ihre|die) \\w+|schon (?:mal|einmal)))*|danke(?: (?:im voraus|dir|ihnen|schön|sehr|für (?:deine|ihre|die) \\w+))*',
    ),
    sentence('du bist (?:ein|mein) (?:sehr )?(?:hilfreicher|freundlicher|nützlicher)[^.!?\\n]{0,60}'),
    sentence('(?:bitte )?sei (?:immer )?(?:höflich|hilfreich|freundlich)[^.!?\\n]{0,60}'),
    lead(
      '(?:könntest|kannst|würdest) du(?: bitte)?(?: so (?:nett|lieb|freundlich) sein(?: und)?)?(?: mir)?(?: mal)?(?: (?:bitte|dabei helfen,?))?',
    ),
    lead(
      '(?:könnten|können|würden) sie(?: bitte)?(?: so (?:nett|lieb|freundlich) sein(?: und)?)?(?: mir)?(?: bitte)?',
    ),
    lead(
      'ich (?:würde mich freuen,? wenn du|wäre dir dankbar,? wenn du|möchte,? dass du|hätte gerne,? dass du)',
    ),
    lead('es wäre (?:toll|schön|super|nett|großartig),? wenn du'),
    phrase('(?:bitte|wenn möglich|falls möglich|wenn es geht|sozusagen|eigentlich|grundsätzlich)(?: bitte)?'),
    swap('aufgrund der tatsache,? dass', 'weil'),
    swap('zum jetzigen zeitpunkt', 'jetzt'),
    swap('zu diesem zweck', 'dafür'),
    swap('in der lage sein,? zu', 'können'),
  ],
  fr: [
    sentence('(?:bonjour|salut|bonsoir)(?: à tous| claude| chatgpt)?'),
    sentence(
      "merci(?: beaucoup| bien| infiniment)?(?: d'avance| par avance| pour votre aide| pour ton aide)?",
    ),
    lead("(?:pourrais-tu|pourriez-vous|peux-tu|pouvez-vous)(?: s'il (?:te|vous) plaît)?"),
    lead("(?:j'aimerais|je voudrais) que (?:tu|vous)"),
    phrase("s'il (?:te|vous) plaît"),
  ],
  es: [
    sentence('(?:hola|buenos días|buenas tardes)(?: a todos| claude| chatgpt)?'),
    sentence('(?:muchas |mil )?gracias(?: (?:de antemano|por (?:tu|su) (?:ayuda|tiempo)))*'),
    lead('(?:podrías|podría|puedes|puede)(?: por favor)?(?: ayudarme a)?'),
    lead('me gustaría que'),
    phrase('por favor'),
  ],
  zh: [
    unspaced('(?:您好|你好|大家好|嗨)[，,。！!~\\s]{0,3}'),
    unspaced('(?:非常|十分|万分)?(?:感谢|谢谢)(?:您|你)?(?:的)?(?:帮助|支持|帮忙)?(?:了)?[，,。！!~]{0,3}'),
    unspaced('(?:麻烦|劳烦|烦请|恳请)(?:您|你)?(?:帮我|帮忙|帮)?(?:看一下|看看)?[，,]?'),
    unspaced(
      '(?:能不能|可不可以|可以|能否|可否|是否可以)?请?(?:您|你)(?:能不能|可以|能)?(?:帮我|帮忙|帮)?(?:一下)?(?=[\\p{Script=Han}§\\w ])',
    ),
    unspaced('如果(?:可以|方便)的话[，,]?'),
  ],
};

/** A sentence of its own, or what stands before a comma at the start of one. */
function sentence(body: string): FillerPhrase {
  return { form: 'sentence', body };
}

/** The start of a sentence, before its verb. */
function lead(body: string): FillerPhrase {
  return { form: 'lead', body };
}

/** Whole words anywhere. */
function phrase(body: string): FillerPhrase {
  return { form: 'phrase', body };
}

function swap(body: string, replacement: string): FillerPhrase {
  return { form: 'swap', body, replacement };
}

/** Scripts without spaces: the pattern is all there is. */
function unspaced(body: string): FillerPhrase {
  return { form: 'unspaced', body };
}
