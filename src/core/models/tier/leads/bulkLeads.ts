import { bulk, type LeadSign, leading } from '../sign.ts';

/** A small judgement, once or many times. */
export const BULK_LEADS: readonly LeadSign[] = [
  bulk(
    leading(
      'classify|categori[sz]e|label|tag|triage|route|moderate|screen|pre-?screen|shortlist|bucket|cluster|de-?duplicate|dedupe|rank|re-?rank|score|rate|grade|vote|flag|detect|annotate|anonymi[sz]e|pseudonymi[sz]e|redact|pre-?process|embed|chunk|assign|sift|poll|transcribe|ocr|strip (?:the |all )?personal',
    ),
    3,
    'a small judgement that a small model makes',
  ),
  bulk(leading('filter'), 3, 'filtering needs no deep model'),
  bulk(leading('batch-?\\w*(?! (?:inference|jobs?|sizes?|mode|api))'), 3, 'it is volume work'),
  bulk(
    leading(
      'for (?:each|every|all)(?: of)?(?: the| these| those)?',
      'lines?|rows?|records?|items?|messages?|tickets?|documents?|comments?|emails?|reviews?|products?|articles?|pages|images?|questions?|answers?|entr(?:y|ies)|sentences?|paragraphs?|customers?|transcripts?|headlines?|tweets?|posts?|contracts?|invoices?',
    ),
    2.5,
    'the same again and again',
  ),
  bulk(
    leading(
      '(?:compress|condense|shorten|summari[sz]e)',
      'chat histor\\w+|conversations?|tool (?:results|outputs)|memory|context',
    ),
    2.5,
    'preparation that a small model does',
  ),
  bulk(
    leading(
      '(?:sort|group|organi[sz]e|divide|split|separate|put|arrange|bin)',
      '(?:in|into|by|to|under) (?:\\S+ ){0,3}(?:themes?|categor(?:y|ies)|topics?|groups?|buckets|sentiment|intent|folders by topic|classes|labels?|urgency|priority|urgent|relevant)',
    ),
    3,
    'it sorts by meaning, one small judgement each',
  ),
  bulk(
    leading(
      '(?:keep|drop|discard|skip|pick|select|mark|remove)',
      'relevant|irrelevant|mention(?:s|ed|ing)?|off-?topic|on-?topic|about|spam|duplicates? questions?|snippets|near-?duplicates|worth',
    ),
    2.5,
    'filtering needs no deep model',
  ),
  bulk(
    leading(
      '(?:generate|create|compute|build|make|calculate)',
      'embeddings|vector index|thumbnails descriptions|alt texts?|paraphrases',
    ),
    3,
    'preparation that a small model does',
  ),
  bulk(
    leading(
      '(?:is|are|does|do|was|contains?|has|have) (?:this|these|it|the (?:following|text|message|email|sentence|comment|review|tweet|ticket|user|customer|document|passage|author|log line))',
      "spam|positive|negative|sentiment|toxic|relevant|yes or no|true or false|about|offensive|sarcastic|complain\\S*|question or|bug or|mention|contain|urgent|clickbait|answer|on topic|person's name|language",
    ),
    3,
    'one small judgement',
  ),
  bulk(
    leading(
      "(?:which|what)(?:'s| is)? (?:category|label|tag|class|topic|intent|sentiment|language|department|genre|(?:the )?(?:sentiment|intent|category|topic|language|tone|mood) of)",
    ),
    3,
    'one small judgement',
  ),
  bulk(
    leading(
      'determine|detect|identify|tell|infer|guess',
      '(?:the )?(?:sentiment|intent|language|topic|category|tone|mood|genre|gender)',
    ),
    3,
    'one small judgement',
  ),
];
