/** Languages that the fake engine translates the sample into. */
export type SampleTarget = 'pt' | 'de' | 'ja' | 'ru' | 'ar';

type SampleSentence = Readonly<Record<'en' | SampleTarget, string>>;

const sentences: readonly SampleSentence[] = [
  {
    en: 'The last ferry of the day leaves the harbour shortly after sunset.',
    pt: 'O último barco do dia sai do porto pouco depois do pôr do sol.',
    de: 'Die letzte Fähre des Tages verlässt den Hafen kurz nach Sonnenuntergang.',
    ja: 'その日の最後のフェリーは日没の少し後に港を出ます。',
    ru: 'Последний паром отходит из гавани вскоре после захода солнца.',
    ar: 'تغادر آخر عبّارة في اليوم الميناء بعد غروب الشمس بقليل.',
  },
  {
    en: 'Nobody in the village could remember such a dry summer.',
    pt: 'Ninguém na aldeia se lembrava de um verão tão seco.',
    de: 'Niemand im Dorf konnte sich an einen so trockenen Sommer erinnern.',
    ja: '村の誰もこれほど乾いた夏を覚えていませんでした。',
    ru: 'Никто в деревне не мог вспомнить такого сухого лета.',
    ar: 'لم يتذكر أحد في القرية صيفاً جافاً مثل هذا.',
  },
  {
    en: 'She opened the window, listened to the rain for a while and went back to her letters.',
    pt: 'Ela abriu a janela, ouviu a chuva durante algum tempo e voltou às suas cartas.',
    de: 'Sie öffnete das Fenster, hörte eine Weile dem Regen zu und kehrte zu ihren Briefen zurück.',
    ja: '彼女は窓を開け、しばらく雨の音を聞いてから、また手紙に戻りました。',
    ru: 'Она открыла окно, немного послушала дождь и вернулась к своим письмам.',
    ar: 'فتحت النافذة واستمعت إلى المطر قليلاً ثم عادت إلى رسائلها.',
  },
  {
    en: 'Please keep this paper, because you will need it when you come back.',
    pt: 'Guarde este papel, por favor, porque vai precisar dele quando voltar.',
    de: 'Bitte bewahren Sie dieses Papier auf, denn Sie brauchen es, wenn Sie zurückkommen.',
    ja: '戻るときに必要になりますので、この紙を保管してください。',
    ru: 'Пожалуйста, сохраните эту бумагу, она понадобится вам, когда вы вернётесь.',
    ar: 'يرجى الاحتفاظ بهذه الورقة لأنك ستحتاج إليها عند عودتك.',
  },
  {
    en: 'The museum is closed on Mondays, but the garden behind it is always open.',
    pt: 'O museu está fechado às segundas-feiras, mas o jardim atrás dele está sempre aberto.',
    de: 'Das Museum ist montags geschlossen, aber der Garten dahinter ist immer offen.',
    ja: '美術館は月曜日に閉まりますが、裏の庭はいつでも開いています。',
    ru: 'По понедельникам музей закрыт, но сад за ним открыт всегда.',
    ar: 'المتحف مغلق أيام الاثنين، لكن الحديقة خلفه مفتوحة دائماً.',
  },
  {
    en: 'How long does a letter take from here to the islands in winter?',
    pt: 'Quanto tempo demora uma carta daqui até às ilhas no inverno?',
    de: 'Wie lange braucht ein Brief von hier zu den Inseln im Winter?',
    ja: '冬にはここから島まで手紙はどのくらいかかりますか？',
    ru: 'Сколько времени идёт зимой письмо отсюда до островов?',
    ar: 'كم تستغرق الرسالة من هنا إلى الجزر في الشتاء؟',
  },
  {
    en: 'The engineers measured the old bridge again and found that it had not moved at all.',
    pt: 'Os engenheiros mediram de novo a velha ponte e viram que ela não se tinha mexido nada.',
    de: 'Die Ingenieure vermaßen die alte Brücke noch einmal und fanden, dass sie sich gar nicht bewegt hatte.',
    ja: '技師たちは古い橋をもう一度測り、まったく動いていないことを確かめました。',
    ru: 'Инженеры снова измерили старый мост и увидели, что он совсем не сдвинулся.',
    ar: 'قاس المهندسون الجسر القديم مرة أخرى ووجدوا أنه لم يتحرك أبداً.',
  },
  {
    en: 'Bread, cheese and a few apples were all that we carried up the mountain.',
    pt: 'Pão, queijo e algumas maçãs foram tudo o que levámos para a montanha.',
    de: 'Brot, Käse und ein paar Äpfel waren alles, was wir den Berg hinauftrugen.',
    ja: '私たちが山に持って行ったのは、パンとチーズとりんご数個だけでした。',
    ru: 'Хлеб, сыр и несколько яблок были всем, что мы взяли с собой в горы.',
    ar: 'الخبز والجبن وبعض التفاح كانت كل ما حملناه إلى أعلى الجبل.',
  },
  {
    en: 'Children learn the names of the birds long before they can tell them apart.',
    pt: 'As crianças aprendem os nomes das aves muito antes de as saberem distinguir.',
    de: 'Kinder lernen die Namen der Vögel, lange bevor sie sie unterscheiden können.',
    ja: '子どもたちは鳥を見分けられるようになるずっと前に、その名前を覚えます。',
    ru: 'Дети учат названия птиц задолго до того, как могут их различать.',
    ar: 'يتعلم الأطفال أسماء الطيور قبل أن يستطيعوا التمييز بينها بوقت طويل.',
  },
];

const targets = { Portuguese: 'pt', German: 'de', Japanese: 'ja', Russian: 'ru', Arabic: 'ar' } as const;

const translations = new Map(sentences.map((sentence) => [sentence.en, sentence]));

/** English text of about so many characters: paragraphs of some sentences in an order that never repeats for long. */
export function createSampleText(chars: number): string {
  const paragraphs: string[] = [];
  for (let length = 0, number = 1; length < chars; number += 1) {
    const paragraph = createParagraph(number);
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

function createParagraph(number: number): string {
  const count = 3 + (number % 4);
  return Array.from({ length: count }, (_, index) => {
    const place = (number * 7 + index * (1 + (number % 5)) + Math.floor(number / 9)) % sentences.length;
    return sentences[place]?.en ?? '';
  }).join(' ');
}

/** The sample in the language that an English name says; what is no sentence of the sample stays as it is. */
export function translateSample(text: string, languageName: string): string {
  const target = Object.entries(targets).find(([name]) => languageName.startsWith(name))?.[1] ?? 'pt';
  return text
    .split(/(?<=[.?])(\s+)/)
    .map((part) => translations.get(part)?.[target] ?? part)
    .join('');
}

/** What a model answers to a prompt: the text stands between two equal lines, the language before it. */
export function translatePrompt(prompt: string): string {
  const text = /\n(?<bar>={5,}\S*)\n(?<text>.*)\n\k<bar>\n/s.exec(prompt)?.groups?.text ?? prompt;
  const language = / into (?<name>[^.]+)\./.exec(prompt)?.groups?.name ?? '';
  return translateSample(text, language);
}

/** A text in pieces as models write them: half a word, a sign, or a character of a script without spaces. */
export function cutIntoTokens(text: string): string[] {
  return (
    text.match(
      /\s?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\s?[\p{L}\p{M}]{1,5}|\s?[^\s\p{L}]|\s+/gu,
    ) ?? []
  );
}
