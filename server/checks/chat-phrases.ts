/** What an assistant says that does not translate, in the languages whose users it talks to. */
export interface ChatPhrases {
  readonly name: 'identity' | 'refusal' | 'opening' | 'offer' | 'translation' | 'note';
  /** Where in an answer it stands. */
  readonly place: 'start' | 'end' | 'either';
  /** Finds it in an answer. */
  readonly inAnswer: RegExp;
  /** Finds what may rightly have become it, in a source. */
  readonly inSource: RegExp;
}

/** Languages of the phrases: in a source in another one can't be seen whether it says the same. */
export const phraseLanguages: ReadonlySet<string> = new Set(
  'ar cs de el en es fa fr he hi it ja ko nl pl pt ru sv th tr uk vi zh'.split(' '),
);

const assistant = [
  "as an? (?:ai|artificial|language model|assistant)|i(?:'m| am) (?:just |only )?an? (?:ai|artificial|large language|language model|virtual|assistant(?=[.,;!]| (?:and|created|trained|made|that))|translation (?:model|engine))",
  '(?:como|soy|sou) (?:una?|uma)? ?(?:ia|inteligencia|inteligência|as(?:is|sis)tente (?:de ia|virtual)|modelo de l)|modelo de (?:lenguaje|linguagem)',
  "(?:en tant qu|je suis )(?:'|e )?(?:une? )?(?:ia|intelligence|assistant (?:virtuel|ia)|modèle de l)|modèle de langage|modello linguistico|sprachmodell(?!e)|taalmodel(?!len)|språkmodell(?!er)",
  "als (?:ki|ai|künstliche)|ich bin (?:eine? )?(?:ki|künstliche|virtuelle)|come (?:ia|intelligenza)|sono un(?:a|')? ?(?:ia|intelligenza|assistente virtuale)",
  'als ai|ik ben een (?:ai|virtuele)|som (?:en )?ai|jag är en ai|model(?:em)? językow|jestem (?:modelem jęz|asystentem ai|ai)|jazykov(?:ý|ého|ém) model|jako ai',
  'как (?:ии|искусственн|языков)|языков(?:ая|ой) модел|як (?:ші|штучн|мовн)|мовна модель|yapay zek[aâ]|dil modeli|γλωσσικό μοντέλο|τεχνητής νοημοσύνης',
  'نموذج لغ|ذكاء اصطناعي|مدل زبان|هوش مصنوعی|מודל שפה|בינה מלאכותית|भाषा मॉडल|एआई|mô hình ngôn ngữ|trí tuệ nhân tạo|โมเดลภาษา|แบบจำลองภาษา|ปัญญาประดิษฐ์',
  '(?:作为|作為|我是)[^。]{0,8}(?:ai|人工智[能慧]|模型|助手)|语言模型|語言模型|言語モデル|aiアシスタント|aiとして|언어 모델|인공지능|ai로서',
].join('|');

const apology = [
  "i(?:'m| am) (?:very |so |really )?(?:sorry|afraid|unable|not able|not allowed)|i (?:can't|cannot|can not|won't|will not|must decline|don't have|do not have)|i apologi[sz]e|my apologies|sorry,|unfortunately, i",
  'lo siento|no puedo|me disculpo|disculpa|desculp|sinto muito|não posso|não consigo|lamento|désolée?|je ne (?:peux|suis pas)|je m.excuse|je regrette',
  'tut mir leid|entschuldigung|ich kann (?:(?:leider|das|dies\\p{L}*|dir|ihnen|dabei) )*(?:nicht|kein)|leider kann ich|ich bin nicht in der lage|mi dispiace|mi spiace|non posso|mi scuso',
  'het spijt m|ik kan (?:(?:je|u|dit|deze|hier|helaas) )*(?:niet|geen)|helaas kan ik|jag kan (?:tyvärr )?inte|tyvärr kan jag|ledsen|przykro mi|przepraszam|nie mogę|omlouvám|bohužel|nemohu|nemůžu',
  'извините|простите|мне (?:очень )?жаль|я не могу|к сожалению, я|вибачте|перепрошую|я не можу|на жаль, я|üzgünüm|maalesef|özür dilerim|λυπάμαι|συγγνώμη|δεν μπορώ|δυστυχώς',
  'عذر|آسف|أعتذر|لا أستطيع|لا يمكنني|متأسف|متاسف|ببخشید|نمی.?توانم|معذرت|מצטער|סליחה|(?:איני|אינני|אני לא) יכול|क्षमा|माफ़|माफ|खेद|मैं[^।]{0,40}नहीं',
  '抱歉|对不起|對不起|我(?:无法|無法|不能)|申し訳|すみません|ごめん|できません|できかね|いたしかね|죄송|미안|수 없습니다|xin lỗi|tôi không thể|rất tiếc|ขอโทษ|ขออภัย|ฉันไม่สามารถ|ผมไม่สามารถ',
].join('|');

const agreement = [
  "sure|certainly|of course|absolutely|definitely|okay|ok|alright|all right|no problem|got it|understood|great question|good question|(?:i'd|i would|i'll|i will) be (?:happy|glad)[^.!,\\n]{0,40}|happy to help|hello|hi|hi there|thank you for[^.!,\\n]{0,40}",
  'claro(?: que sí)?|por supuesto|desde luego|con gusto|entendido|hola|com certeza|certamente|com prazer|entendi|olá|bien sûr|certainement|avec plaisir|d.accord|compris|bonjour',
  'natürlich|sicher|aber sicher|gerne?|klar|selbstverständlich|verstanden|in ordnung|hallo|certo|volentieri|naturalmente|capito|ciao|natuurlijk|zeker|graag|begrepen|hoi|självklart|naturligtvis|visst|gärna|hej',
  'oczywiście|jasne|chętnie|rozumiem|cześć|samozřejmě|jistě|rád|rozumím|ahoj|конечно|разумеется|хорошо|с удовольствием|понятно|привет|здравствуйте|звичайно|звісно|добре|зрозуміло|вітаю|привіт',
  'tabii(?: ki)?|elbette|memnuniyetle|anladım|merhaba|φυσικά|βεβαίως|βέβαια|ευχαρίστως|κατάλαβα|γεια(?: σας)?|بالطبع|بالتأكيد|بكل سرور|حسن[اً]*|مرحب[اً]*|البته|حتما|بله|سلام|בטח|כמובן|בשמחה|בוודאי|שלום',
  'ज़रूर|जरूर|बिल्कुल|नमस्ते|当然(?:可以)?|當然(?:可以)?|好的|没问题|沒問題|您好|你好|もちろん(?:です)?|はい|承知(?:しました|いたしました)|わかりました|かしこまりました|こんにちは|물론(?:이죠|입니다)?|네|알겠습니다|안녕하세요',
  'tất nhiên(?: rồi)?|chắc chắn(?: rồi)?|dĩ nhiên|được(?: thôi)?|vâng|xin chào|แน่นอน|ได้เลย|ได้ครับ|ได้ค่ะ|สวัสดี\\p{L}*',
].join('|');

const offer = [
  'let me know|feel free to|hope (?:this|that) helps|if you (?:have|need|would like|want) (?:any|more|further|me|help|another)|how (?:can|may) i (?:help|assist)|(?:is there )?anything else|(?:would|do) you (?:like|want) me to|can i help|glad to help',
  'no dudes? en|házmelo saber|puedo ayudarte|en qué (?:puedo|te)|si necesitas|espero que|fique à vontade|posso ajudar|se precisar|me avise|n.hésite(?:z)? pas|puis-je vous|comment puis-je|si vous avez (?:besoin|d.autres)|dites-moi|faites-moi savoir',
  'lassen sie (?:es )?mich|lass es mich|wenn (?:du|sie) (?:weitere|noch|fragen|mehr)|kann ich (?:dir|ihnen|sonst)|fammi sapere|posso aiutar|se hai bisogno|laat het (?:me|mij)|kan ik je|hör av dig|kan jag hjälpa|daj mi znać|mogę pomóc|dejte mi vědět|mohu (?:vám )?pomoci',
  'дайте (?:мне )?знать|могу (?:я )?(?:вам )?помочь|если (?:у вас|вам) (?:есть|нужн|понадоб)|дайте знати|можу (?:я )?(?:вам )?допомогти|yardımcı olabilir|bana bildirin|πείτε μου|μπορώ να (?:σας )?βοηθήσω|أخبرني|مساعدتك|بگویید|کمک(?:ی)? کنم|אשמח לעזור|אפשר לעזור|मदद कर',
  '请告诉我|請告訴我|请随时|請隨時|可以帮(?:您|你)|需要(?:我|帮助)|希望(?:这|對|对)(?:你|您|能)|お知らせください|お手伝い|お役に立て|알려 ?주세요|도와 ?드릴|도움이 필요|cho tôi biết|giúp gì|แจ้งให้ฉัน|ช่วยอะไร',
].join('|');

/** What an assistant refuses or agrees to: a greeting or "I can't" by itself is what people say to each other. */
const help = [
  "help|assist|translat|provid|fulfil|comply|request|respond|answer|summar|browse|access|do (?:that|this)\\b|with (?:that|this)\\b|here(?:'s| is| are) (?:the|your|a|an|some)\\b",
  'ayud|solicitud|traduc|traduz|proporcion|cumplir|respond|resumen|resumo|aquí (?:tienes|está)|aqui está|ajud|pedido|aider|demande|répondre|fournir|voici|détails',
  'helfen|hilfe|behilflich|anfrage|übersetz|bereitstellen|beantwort|weitere fragen|hier ist|aiut|richiesta|soddisf|ecco|verzoek|vertal|hier is|hjälp|begäran|här är',
  'pomóc|pomoc|prośb|oto|žádost|zde je|помочь|помощ|запрос|перев[её]|вот|подробност|допомог|запит|перекл|ось|yardım|çevir|işte|βοηθ|αίτημα|ορίστε',
  'مساعد|طلب|ترجم|کمک|درخواست|לעזור|לסייע|בקשה|सहायता|मदद|अनुरोध|协助|協助|帮|幫|请求|請求|处理|處理|提供|回答|翻译|翻譯|以下|了解',
  '手伝|要望|リクエスト|応え|お答え|対応|翻訳|以下|知りたい|도와|도움|요청|번역|다음은|giúp|yêu cầu|dịch|đây là|ช่วย|คำขอ|แปล',
].join('|');

/** Finds it in an answer, and in a source what may rightly have become it. */
export const helpWords = find(help);

/** What a source has that says in its own words that somebody can't help. */
export const negations =
  /(?<!\p{L})(?:no|not|non|cannot|nicht|kein\p{L}*|niet|geen|inte|ingen|nie|ne\p{L}*|pas|não|не|ні|нет|нема|δεν|değil|لا|ليس|لم|لن|نه|نمی\p{L}*|לא|אין|नहीं|không|chẳng)(?!\p{L})|n['’]t|\p{L}m[ae]m|[不没沒无無未]|ない|ません|못|안 |않|없|ไม่/iu;

/** How words for translating begin, as a regular expression, in those languages. */
export const translationWords =
  'translat|traduc|tradu[zçit]|übersetz|vertal|översätt|tłumacz|přelož|překlad|перевод|перевес|перевед|переклад|çevir|tercüme|μετ[άα]φρ[άα]|ترجم|ترجمه|תרגו|תרגם|अनुवाद|翻译|翻譯|翻訳|번역|dịch|แปล';

const saysTranslation =
  '\\b(?:the |this |a )?translat(?:ion|ed text)\\b|traducci[óo]n|tradução|traduction|traduzione|übersetzung|vertaling|översättning|tłumaczenie|překlad|перевод(?:а|е)? (?:текста|на )|вот перевод|переклад(?:у)? (?:тексту|на )|ось переклад|çevirisi|μετάφραση|الترجمة|ترجمه|התרגום|अनुवाद|翻译|翻譯|翻訳|번역|bản dịch|คำแปล';

const noteWords =
  'note|nota|remarque|hinweis|anmerkung|opmerking|anmärkning|uwaga|poznámka|примечание|примітка|not|σημείωση|ملاحظة|توجه|הערה|नोट|注|注意|注释|说明|說明|備考|補足|참고|lưu ý|หมายเหตุ|explanation|explicación|explicação|explication|erklärung|spiegazione';

/** In the order in which they are looked for. */
export const chatPhrases: readonly ChatPhrases[] = [
  {
    name: 'identity',
    place: 'either',
    inAnswer: find(assistant),
    inSource: find(`${assistant}|(?:ai|ia|ki|ии|ші|llms?|\\p{L}*gpt)(?![\\p{L}])|人工`),
  },
  {
    name: 'refusal',
    place: 'start',
    inAnswer: find(apology),
    inSource: find(
      `${apology}|sorry|apolog|can't|cannot|unable|afraid|regret|unfortunately|pardon|forgive|excuse|refuse|deny|denied`,
    ),
  },
  {
    name: 'opening',
    place: 'start',
    inAnswer: new RegExp(`^[¡"'“«]?(?:${agreement})\\s?[!,.:;—！，。：、]`, 'iu'),
    inSource: find(`(?:${agreement}|yes|indeed|right|naturally)(?![\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}])`),
  },
  {
    name: 'offer',
    place: 'end',
    inAnswer: find(offer),
    inSource: find(`${offer}|help|contact|hilf|hulp|ayud|aide|помо|допомо|帮|助|手伝|도움|도와`),
  },
  {
    name: 'translation',
    place: 'either',
    inAnswer: find(saysTranslation),
    inSource: new RegExp(translationWords, 'iu'),
  },
  {
    name: 'note',
    place: 'either',
    inAnswer: new RegExp(
      `(?:^|\\n|[.。!?] ?)\\s{0,3}[*_]{0,2}[(（[]?(?:${noteWords})[*_]{0,2}\\s?[:：]`,
      'iu',
    ),
    inSource: find(noteWords),
  },
];

/** Where a word begins; in scripts without spaces, anywhere. */
function find(phrases: string): RegExp {
  return new RegExp(`(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}])(?:${phrases})`, 'iu');
}
