import { translationWords } from '../checks/chat-phrases.ts';
import { languageWords } from './gate-words.ts';

/** As much of a source as may have become what an answer begins with. */
const startChars = 200;

/** What lists for the finding of translations leave out, in further forms and languages. */
const otherStems =
  'uebersetz|übertrag|verdeutsch|vertaa|översa|oversa|tradott|tradui|traslad|перев[её]|перакл|превед|přel[ao]|prelo|fordít|kään|suomenn|tulko|tõlg|tõlk|vertė|vertim|þýð|תורגם|अनूदित|অনুবাদ|மொழிபெயர்|itzul|aistri|cyfieith|옮[긴김]|译|譯|訳';

const textWords = [
  'text|tekst|texte|texto|testo|teks|szöveg|metin|metn|κείμεν|текст|نص|النص|متن|טקסט|נוסח|पाठ|văn bản|ข้อความ|文本|正文|原文|文章|本文|テキスト|텍스트|본문',
  'versi|fassung|verze|verzi|wersj|verzió|sürüm|έκδοση|εκδοχή|верси|версі|نسخ|גרס|संस्करण|bản|ฉบับ|版|バージョン|버전',
].join('|');

const resultWords = [
  'answer|result|output|target|response|reply|outcome|solution|score|antwort|ergebnis|resultat|ausgabe|ausgang|ziel|lösung|leistung|soll(?!\\p{L})',
  'respuesta|respond|resultado|salida|objetivo|meta|destino|solución|contest|resposta|saída|alvo|réponse|résultat|sortie|cible|objectif|solution',
  'risposta|rispond|risultato|esito|uscita|obiettivo|bersaglio|antwoord|uitslag|resultaat|uitvoer|uitgang|doel|svar|utdata|utgång|mål|udgang|utgang',
  'vasta|tulo|lähtö|ulostulo|tavoit|kohde|odpowied|wynik|rezultat|wyjści|cel|odpov|výsled|výstup|cíl|cieľ|răspuns|ieșir|țint|obiectiv|válasz|eredmény|kimenet|cél',
  'cevap|cevab|yanıt|sonuç|sonuc|çıktı|çıkış|hedef|ответ|результат|итог|вывод|выход|цел|счёт|счет|решени|відпов|підсум|вивід|вихід|ціл|отговор|изход|απάντησ|απαντ|αποτέλεσμα|αποτελ|έξοδο|στόχο',
  'جواب|إجاب|الإجاب|الجواب|نتيج|النتيج|نتائج|النتائج|خرج|مخرج|المخرج|هدف|الهدف|رد|الرد|پاسخ|نتیجه|خروجی|תשוב|התשוב|תוצא|התוצא|פלט|הפלט|יעד|היעד|מטר|המטר|उत्तर|जवाब|परिणाम|नतीज|आउटपुट|लक्ष्य',
  'คำตอบ|ตอบ|ผล|เอาต์พุต|เป้าหมาย|trả lời|đáp|kết quả|đầu ra|mục tiêu|jawab|hasil|keluaran|sasaran|答|結果|结果|出力|输出|輸出|目標|目标|ターゲット|応答|回应|回應|返事|아웃풋|답|응답|결과|출력|목표',
].join('|');

const stems = [...languageWords.values()].flatMap(({ stems }) => stems);
const translation = new RegExp([translationWords, otherStems, ...stems].join('|'), 'iu');
/** What follows may be the text or the version itself. */
const textAndColon = new RegExp(`(?:${textWords})[^]{0,60}?[:：\\n]`, 'iu');
const result = new RegExp(`(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}])(?:${resultWords})`, 'iu');

/** The part of a source that tells what its translation may begin with. */
export function getStart(source: string): string {
  return source.slice(0, startChars);
}

/** Whether a text speaks of translating, in any language: its translation may then say what a model says about its own. */
export function speaksOfTranslation(start: string): boolean {
  return translation.test(start);
}

/** Whether a text says that another follows: "this is the version for schools:". */
export function introduces(start: string): boolean {
  return textAndColon.test(start);
}

/** Whether a text speaks of answers, results, outputs or targets, in the common languages. */
export function speaksOfResults(start: string): boolean {
  return result.test(start);
}
