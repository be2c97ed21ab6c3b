import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';

/** The numbers that `words` has words for, in its order. */
const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100].map(String);

/**
 * Words for numbers, ordinals and what else stands for one (a pair, a decade), by language; choices are split by `|`, spaces within a word are
 * written `_`. Words of four letters or more, and those with `*`, are
 * beginnings, so that endings don't matter.
 */
const words: Readonly<Record<string, string>> = {
  ar: 'واحد|أول|وحيد اثن|إثن|ثان|كلا|ين|ان ثلاث|ثالث أربع|رابع خمس|خامس ست|سادس سبع|سابع ثمان|ثامن تسع|تاسع عشر|عاشر|عقد أحد_عشر|إحدى_عشر|حادي_عشر اثنا_عشر|اثني_عشر|دزين خمسة_عشر|خمس_عشر عشرين|عشرون ثلاثين|ثلاثون أربعين|أربعون خمسين|خمسون ستين|ستون سبعين|سبعون ثمانين|ثمانون تسعين|تسعون مائة|مئة|قرن',
  cs: 'jeden|jedn|prvn dva|dvě|dvou*|dvěm|druh|oba|obě|dvakrát|pár tři|tří|třem|třet|třech čtyři|čtyř|čtvrt pět|pěti|páté|pátý|pátá šest sedm osm|osmi devět|devíti|devát deset|deseti|desát jedenáct dvanáct|tucet patnáct dvacet|dvacát třicet|třicát čtyřicet|čtyřicát padesát šedesát sedmdesát osmdesát devadesát sto|století|stovk',
  de: 'ein|eins|eine|erst zwei|beide|doppel|paar drei|dritt vier fünf sechs sieben|siebt acht neun zehn|jahrzehnt elf|elft zwölf|dutzend fünfzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert|jahrhundert',
  el: 'ένα|ένας|μία|μια|έναν|ενός|μιας|πρώτ δύο|δυο|δεύτερ|διπλ τρία|τρεις|τριών|τρίτ τέσσερ|τεσσάρ|τέταρτ πέντε|πέμπτ έξι|έκτη|έκτο|έκτος επτά|εφτά|έβδομ οκτώ|οχτώ|όγδο εννέα|εννιά|ένατ δέκα|δέκατ|δεκαετ έντεκα|ενδέκατ δώδεκα|δωδέκατ|ντουζίν δεκαπέντε είκοσι|εικοστ τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα εκατό|εκατοντ|αιών',
  en: 'one|first|once|single|a|an two|second|twice|both|double|pair|couple three|third|triple|trio four five|fifth six|sixth seven eight nine|ninth ten|tenth|decade eleven twelve|twelfth|dozen fifteen twent|two_decades thirt fort fift sixt sevent eight ninet hundred|centur',
  es: 'un|uno|una|primer dos|segund|ambos|ambas|doble|par tres|tercer cuatro|cuart cinco|quint seis|sext siete|séptim ocho|octav nueve|noven diez|décim|década|decena once|undécim doce|docena quince veint treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|centena|siglo',
  fa: 'یک|اول|نخست دو|دوم سه|سوم چهار پنج|پنجم شش|ششم هفت|هفتم هشت|هشتم نه|نهم ده|دهه|دهم یازده دوازده پانزده بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد|قرن',
  fr: 'un|une|premi|seul deux|second|double|paire trois|troisi quatre|quatri cinq six|sixi sept huit neuf|neuvi dix|dixi|dizaine|décennie onze douze|douzaine quinz vingt trent quarant cinquant soixant soixante-dix|septante quatre-vingt|huitante quatre-vingt-dix|nonante cent|siècle',
  he: 'אחד|אחת|ראשונ|ראשון שני|שתי|כפול|זוג|יים שלוש|שליש ארבע|רביע חמש|חמיש שש|שישה|שישי שבע|שביע שמונה|שמינ תשע|תשיע עשר|עשור|עשיר אחד_עשר|אחת_עשרה שנים_עשר|שתים_עשרה|תריסר חמש_עשרה|חמישה_עשר עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה|מאות',
  hi: 'एक|पहल|प्रथम दो|दोन|दूसर|दोहर|दोनों तीन|तीसर|तृती चार|चौथ पांच|पाँच|पंच छह|छः|छे|छठ सात|सातव आठ|आठव नौ|नव|नौव दस|दश|दसव|दशक ग्यारह बारह|दर्जन पंद्रह|पन्द्रह बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ|शताब्दी|सदी',
  it: 'un|uno|una|prim due|second|entramb|doppi|coppia|paio tre|terz quattro|quart cinque|quint sei|sest sette|settim otto|ottav nove|nono|nona dieci|decim|decenni|decina undic dodic|dozzin quindic vent trent quarant cinquant sessant settant ottant novant cento|centin|secol',
  ja: '一|初|ひと 二|両|ふた|双 三|みっ 四|よっ 五|いつ 六|むっ 七|なな 八|やっ 九|ここの 十|とお 十一 十二|ダース 十五 二十 三十 四十 五十 六十 七十 八十 九十 百',
  ko: '하나|한|첫 둘|두|양 셋|세|삼 넷|네 다섯 여섯 일곱 여덟 아홉 열|십 열하나|열한 열두|열둘|십이 열다섯|십오 스물|스무|이십 서른|삼십 마흔|사십 쉰|오십 예순|육십 일흔|칠십 여든|팔십 아흔|구십 백',
  nl: 'een|één|eerste|eens twee|beide|dubbel|paar drie|derde vier vijf zes|zesde zeven acht negen tien|decenni elf|elfde twaalf|dozijn vijftien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd|eeuw',
  pl: 'jeden|jedn|pierwsz dwa|dwie|dwóch|dwoma|dwaj|dwu*|drug|oba|obie|para|parę|dwukrot trzy|trzech|trzem|trzec|trzyk cztery|czter|czwart pięć|pięciu|piąt sześć|sześciu|szóst siedem|siedmiu|siódm osiem|ośmiu|ósmy|ósma|ósme dziewięć|dziewięciu|dziewiąt dziesięć|dziesięciu|dziesiąt|dekad jedenast|jedenaśc dwanaśc|dwunast|tuzin piętnaśc|piętnast dwadzieśc|dwudziest trzydzieśc|trzydziest czterdzieśc|czterdziest pięćdziesi sześćdziesi siedemdziesi osiemdziesi dziewięćdziesi sto|stu|setn|wiek',
  pt: 'um|uma|primeir dois|duas|segund|ambos|ambas|par|dupl três|terceir quatro|quart cinco|quint seis|sext sete|sétim oito|oitav nove|nono|nona dez|décim|década|dezena onze doze|dúzia quinz vint trint quarent cinquent sessent setent oitent novent cem|cento|centen|século',
  ru: 'один|одна|одно|одной|перв два|две|двух|двум|двое|дву*|втор|оба|обе|двойн|пара|дважды три|трех|трёх|трем|трет|трое четыр|четвер пять|пяти|пят шесть|шести|шест семь|семи|седьм восем|восьм девят десят одиннадцат двенадцат|дюжин пятнадцат двадцат тридцат сорок пятьдесят|пятидесят шестьдесят|шестидесят семьдесят|семидесят восемьдесят|восьмидесят девяност сто|ста|сотн|век',
  sv: 'en|ett|först två|andra|båda|par|dubbel tre|tredj fyra|fjärd fem|femt sex|sjätt sju|sjund åtta|åttond nio|niond tio|tiond|decenni elva|elft tolv|tolft|dussin femton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra|århundrad|sekel',
  th: 'หนึ่ง|แรก|เดียว สอง|คู่ สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ|ทศวรรษ สิบเอ็ด สิบสอง|โหล สิบห้า ยี่สิบ สามสิบ สี่สิบ ห้าสิบ หกสิบ เจ็ดสิบ แปดสิบ เก้าสิบ ร้อย|ศตวรรษ',
  tr: 'bir|ilk|birin iki|ikinc|çift üç|üçün dört|dördün beş|beşin altı|altın yedi|yedin sekiz dokuz on|onun|onlu on_bir on_iki|düzine on_beş yirm otuz kırk elli altmış yetmiş seksen doksan yüz|yüzyıl',
  uk: "один|одна|одне|одног|однієї|перш два|дві|двох|двом|двоє|дво*|друг|обидв|пара|двічі три|трьох|трьом|трет|троє чотир|четверт п'ять|п'яти|п'ят шість|шести|шост сім|семи|сьом вісім|восьм дев'ят десят одинадцят дванадцят|дюжин п'ятнадцят двадцят тридцят сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яност сто|ста|сотн|столітт",
  vi: 'một|đầu|nhất hai|đôi|nhì ba bốn|tư năm sáu bảy|bẩy tám chín mười|thập mười_một mười_hai|tá mười_lăm hai_mươi ba_mươi bốn_mươi năm_mươi sáu_mươi bảy_mươi tám_mươi chín_mươi trăm',
  zh: '一|首|壹 二|两|兩|双|雙 三 四 五 六 七 八 九 十 十一 十二 十五 二十 三十 四十 五十 六十 七十 八十 九十 百',
};

/** Languages that write no space between words, or join to them what others write as words of their own. */
const joined = new Set(['ar', 'he', 'ja', 'ko', 'th', 'zh']);

/** Of languages without words here, what is usually written as one. */
const maxUnknown = 20;

const patterns = new Map<string, ReadonlyMap<string, RegExp>>();

/**
 * Whether a text in a language says a number in words. Of a language whose words aren't known: whether it may.
 *
 * @param digits without separators and leading zeros
 */
export function hasNumberWord(text: string, digits: string, tag: string): boolean {
  const language = getLanguageSubtag(tag);
  const choices = words[language];
  if (choices === undefined) return Number(digits) <= maxUnknown || /^[1-9]0+$/.test(digits);
  let ofLanguage = patterns.get(language);
  if (ofLanguage === undefined) {
    ofLanguage = createPatterns(choices.split(' '), joined.has(language));
    patterns.set(language, ofLanguage);
  }
  const known = ofLanguage;
  if (isWrittenTogether(text, digits, choices.split(' '))) return true;
  return getParts(digits).some((part) => known.get(part)?.test(text.replaceAll('’', "'")) ?? false);
}

/** Twenty-five may be one word ("fünfundzwanzig"), and seventy sixty and ten: the tens anywhere, and the units too where they end the number. */
function isWrittenTogether(text: string, digits: string, choices: readonly string[]): boolean {
  const [, tens = '', units = ''] = /^([2-9])([1-9])$/.exec(digits) ?? [];
  if (tens === '') return false;
  const hasTens = hasAnywhere(text, choices[values.indexOf(`${tens}0`)]);
  if (hasTens) return hasAnywhere(text, choices[values.indexOf(units)]);
  return /^[79]$/.test(tens) && /(?:soixante|quatre-vingt)-/iu.test(text);
}

function hasAnywhere(text: string, choice = ''): boolean {
  const roots = choice.replaceAll('*', '').replaceAll('_', '[ -]?');
  return roots !== '' && new RegExp(roots, 'iu').test(text);
}

/** In most languages the words for 13 to 19 begin as that for the last digit or for ten times it does. */
function getParts(digits: string): string[] {
  const unit = /^1([346-9])$/.exec(digits)?.[1];
  return unit === undefined ? [digits] : [unit, `${unit}0`];
}

function createPatterns(choices: readonly string[], isJoined: boolean): ReadonlyMap<string, RegExp> {
  return new Map(choices.map((choice, i) => [values[i] ?? '', createPattern(choice, isJoined)]));
}

function createPattern(choice: string, isJoined: boolean): RegExp {
  const alternatives = choice.replaceAll('_', '[ -]?').split('|');
  if (isJoined) return new RegExp(alternatives.join('|'), 'u');
  // In Hindi the vowel signs are marks.
  const wordEnd = '(?![\\p{L}\\p{M}])';
  const bounded = alternatives.map((word) => (word.length < 4 ? word + wordEnd : word.replace('*', '')));
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${bounded.join('|')})`, 'iu');
}
