/** Words that end in a full stop and mostly stand before a name or an explanation. */
const beforeName =
  'Mr Mrs Ms Dr Prof Rev Hon Gov Sen Rep Gen Col Capt Cpt Cmdr Lt Sgt St Mt Messrs Pres Supt ' +
  'Sr Sra Srs Sras Srta Dra Drs Profa Exmo Exma Ilmo Ilma Eng Enga Arq Av Cel Cap Ten Sto Sta D ' +
  'vs e.g i.e viz cf p.ex ex approx ca c a.k.a U.S U.K';

/** Words that end in a full stop and stand before a number. */
const beforeNumber =
  'No Nos Nr Fig Figs Vol Vols Ch Chap Sec Art Arts Eq p pp par ' +
  'núm n nº pág págs art arts cap caps séc fig figs vol vols inc tel ' +
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec jan fev mar abr mai jun jul ago set out nov dez';

const nameAbbreviation = createPattern(beforeName);
const numberAbbreviation = createPattern(beforeNumber);

/** The initial of a name: `J.` or `J.R.R.` */
const initial = /(?:^|[\s("'“‘[])(?:\p{Lu}\.)+$/u;

/** Whether a text that ends in a full stop goes on with `next` as the same sentence, as `Dr.` does before a name. */
export function endsInAbbreviation(text: string, next: string): boolean {
  if (initial.test(text) || nameAbbreviation.test(text)) return true;
  return /^\d/.test(next) && numberAbbreviation.test(text);
}

function createPattern(words: string): RegExp {
  const choices = words.replaceAll('.', '\\.').replaceAll(' ', '|');
  return new RegExp(`(?:^|[\\s("'“‘[])(?:${choices})\\.$`, 'u');
}
