/** Words with which models speak about their translation, in one language. */
export interface LanguageWords {
  /** What announces it: "Here is". */
  readonly here: readonly string[];
  /** How words for it begin. */
  readonly stems: readonly string[];
  /** What stands before it, with a colon after it. */
  readonly labels: readonly string[];
  /** What begins a remark about it, with a colon after it. */
  readonly notes: readonly string[];
  /** What a model says first when it agrees to do it, with a comma or the end of a sentence after it. */
  readonly agreements: readonly string[];
}

/** One member of `LanguageWords` after the other, in its order. */
type Lists = readonly [here: string, stems: string, labels: string, notes: string, agreements: string];

/** Beginnings that very many texts share, such as "This is", and letters that common words begin with, are left out: they would hold those. */
const english: Lists = [
  "here is|here's|here are|here you go|below is|below you'll find",
  'translat|text in|text into',
  'translation|translated text|translated|final translation|target text',
  "note|notes|please note|important note|translation note|translation notes|translator's note|translator's notes|explanation|explanations|literal translation|literally|pronunciation|transliteration|romanization|romaji|pinyin|breakdown|alternative translation|alternative translations|alternatively|comment|comments|disclaimer|context",
  'sure|sure thing|certainly|of course|absolutely|okay|alright|gladly|happy to help|got it',
];

const lists: Readonly<Record<string, Lists>> = {
  en: english,
  es: [
    'aquí está|aquí tienes|aquí tiene|aquí te|a continuación|he aquí',
    'traducción|traducid',
    'traducción|texto traducido',
    'nota|notas|nota de traducción|nota del traductor|explicación|aclaración',
    'claro',
  ],
  pt: [
    'aqui está|aqui vai|aqui tem|abaixo está',
    'tradução|traduzid',
    'tradução|texto traduzido',
    'nota|notas|observação|observações|nota do tradutor|explicação',
    'claro',
  ],
  fr: [
    'voici|voilà|ci-dessous',
    'traduction|traduit',
    'traduction|texte traduit',
    'note|notes|remarque|remarques|note du traducteur|note de traduction|explication|à noter',
    "d'accord",
  ],
  de: [
    'hier ist|hier die|hier eine|hier kommt|im folgenden',
    'übersetz',
    'übersetzung|übersetzter text|übersetzt',
    'hinweis|hinweise|anmerkung|anmerkungen|bemerkung|erläuterung|erklärung|anmerkung des übersetzers',
    'gerne',
  ],
  it: [
    'ecco|di seguito|qui di seguito',
    'traduzion|tradott',
    'traduzione|testo tradotto',
    'nota|note|nota del traduttore|spiegazione|osservazione',
    'certo',
  ],
  nl: [
    'hier is|hier volgt|hieronder|hierbij',
    'vertal',
    'vertaling|vertaalde tekst',
    'opmerking|opmerkingen|toelichting|let op|noot|uitleg',
    'natuurlijk|zeker',
  ],
  sv: [
    'här är|här kommer',
    'översätt',
    'översättning|översatt text',
    'obs|notera|anmärkning|kommentar|förklaring',
    'självklart',
  ],
  da: ['her er', 'oversæt', 'oversættelse|oversat tekst', 'bemærk|bemærkning|note|forklaring', ''],
  nb: ['her er', 'overset', 'oversettelse|oversatt tekst', 'merk|merknad|forklaring', ''],
  fi: ['tässä on', 'käännö|käänne', 'käännös', 'huom|huomautus|huomio|selitys', ''],
  pl: [
    'oto',
    'tłumacz|przekład',
    'tłumaczenie',
    'uwaga|uwagi|przypis|wyjaśnienie|objaśnienie',
    'oczywiście|jasne',
  ],
  cs: ['zde je|tady je', 'překlad|přelož', 'překlad', 'poznámka|poznámky|vysvětlení', 'samozřejmě'],
  sk: ['tu je', 'preklad|prelož', 'preklad', 'poznámka|poznámky|vysvetlenie', ''],
  ro: ['iată|aici este', 'traducere|tradus', 'traducere|traducerea', 'notă|note|observație|explicație', ''],
  hu: ['íme|itt a|itt van', 'fordítás', 'fordítás', 'megjegyzés|megjegyzések|magyarázat', ''],
  tr: [
    'işte|İşte|aşağıda',
    'çeviri|tercüme',
    'çeviri|çevirisi|tercüme',
    'not|notlar|açıklama|çeviri notu',
    'elbette|tabii ki',
  ],
  ru: [
    'вот|ниже',
    'перевод|перевед',
    'перевод|переведённый текст|переведенный текст',
    'примечание|примечания|пояснение|пояснения|замечание',
    'конечно',
  ],
  uk: ['ось', 'переклад', 'переклад|перекладений текст', 'примітка|примітки|пояснення', 'звісно'],
  bg: ['ето', 'превод', 'превод', 'забележка|бележка|обяснение', ''],
  el: [
    'ορίστε|ακολουθεί|εδώ είναι',
    'μετάφραση|μεταφρασμέν',
    'μετάφραση',
    'σημείωση|σημειώσεις|επεξήγηση',
    '',
  ],
  ar: [
    'إليك|إليكم|فيما يلي',
    'ترجم|الترجم',
    'الترجمة|ترجمة|النص المترجم',
    'ملاحظة|ملاحظات|ملحوظة|شرح|توضيح',
    'بالتأكيد|بالطبع',
  ],
  fa: ['', 'ترجمه', 'ترجمه|متن ترجمه شده', 'توجه|نکته|یادداشت|توضیح', ''],
  he: ['הנה|להלן', 'תרגום|התרגום|מתורגם', 'תרגום|התרגום', 'הערה|הערות|הסבר', 'כמובן'],
  hi: ['यहाँ|यहां|यह रहा|निम्नलिखित', 'अनुवाद', 'अनुवाद', 'नोट|टिप्पणी|ध्यान दें|व्याख्या', 'ज़रूर|बिल्कुल'],
  th: ['ต่อไปนี้คือ|ด้านล่างนี้คือ', 'คำแปล|การแปล', 'คำแปล', 'หมายเหตุ|คำอธิบาย', 'แน่นอน'],
  vi: ['dưới đây là', 'bản dịch', 'bản dịch', 'lưu ý|ghi chú|chú thích|giải thích', 'chắc chắn'],
  id: [
    'berikut adalah|berikut ini|berikut',
    'terjemah',
    'terjemahan|terjemahannya',
    'catatan|penjelasan',
    'tentu|tentu saja',
  ],
  ja: [
    '以下は|以下が|以下に|こちらが',
    '翻訳|訳',
    '翻訳|翻訳文|翻訳結果|訳|訳文|日本語訳',
    '注|注意|注記|備考|補足|補足説明|説明|解説|※注',
    'もちろん|もちろんです|はい|承知しました',
  ],
  ko: ['다음은|아래는', '번역', '번역|번역문|번역 결과', '참고|주|주의|설명|해설|역주', '물론입니다|네'],
  zh: [
    '以下是|以下为|以下為|下面是|下面为|如下是',
    '翻译|翻譯|译文|譯文',
    '翻译|翻譯|译文|譯文|翻译结果|翻譯結果|翻译如下|翻譯如下|译文如下|譯文如下|中文翻译|中文翻譯',
    '注|注意|备注|備註|注释|註|註釋|说明|說明|解释|解釋|译注|譯註|译者注|翻译说明|请注意',
    '好的|当然|當然|当然可以',
  ],
};

/** By language; one that is missing only lets more pass. */
export const languageWords: ReadonlyMap<string, LanguageWords> = new Map(
  Object.entries(lists).map(([language, texts]) => [language, toWords(texts)]),
);

export const englishWords: LanguageWords = toWords(english);

/** What may follow an agreement before its mark. */
export const offers: readonly string[] = [
  ', i can help with that',
  ', i can help you with that',
  ", i'd be happy to help",
  ", i'd be happy to help you with that",
  ", i'll translate that for you",
];

/** Labels that say nothing of translating: only a colon may follow at once. */
export const plainLabels: readonly string[] = ['target', 'output', 'answer', 'result', 'response'];

/** Beginnings of remarks that stand after a translation, in the languages that models make them in. */
export const remarks: readonly string[] = list(
  "i hope this helps|hope this helps|i hope this translation|i hope that helps|let me know if you|please let me know if you|feel free to ask|feel free to let me|is there anything else|if you have any other questions|if you have any further|if you have any more|if you need any further|if you need any more|if you need any other|would you like me to|this translation|the translation|the above translation|in this translation|note that i|note that the translation|please note that i|please note that the translation|i've translated|i have translated|i translated|espero que esta tradu|espero que esto|espero ter ajudado|espero que isso ajude|j'espère que cette tradu|j'espère que cela|n'hésitez pas à me|ich hoffe, diese übersetzung|ich hoffe, das hilft|ich hoffe, dass diese|надеюсь, это|надеюсь, что этот перевод|希望这对|希望這對|希望这个翻译|希望這個翻譯|这个翻译|這個翻譯|此翻译|此翻譯|上述翻译|这段翻译|注意，|请注意，|請注意，",
);

/** What is a remark only where the translation is not English. */
export const remarksInEnglish: readonly string[] = list(
  "here's|here is|here are|i've|i have|i kept|i left|i used|i chose|i preserved|i maintained|i hope|i can|i'm|i am|let me|please|feel free|if you|note that|in this|in the|this is|this version|this means|the phrase|the word|the term|the original|the text|the sentence|the source|there is|a more|a literal|literal translation|literally|alternatively|or, |for a more|depending on|would you|do you|is there|in english|in german|in french|in spanish|in portuguese|in italian|in chinese|in japanese|in korean|in russian",
);

function toWords([here, stems, labels, notes, agreements]: Lists): LanguageWords {
  return {
    here: list(here),
    stems: list(stems),
    labels: list(labels),
    notes: list(notes),
    agreements: list(agreements),
  };
}

function list(text: string): string[] {
  return text === '' ? [] : text.split('|');
}
