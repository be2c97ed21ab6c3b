/** Words for a half or a quarter of something, an hour above all. */
const parts =
  /half|quarter|halb|viertel|anderthalb|demi|quart|medi[oa]|cuarto|meia|meio|mezz|halv|kvart|kwart|p[ůu]l|čtvrt|pół|пол|четверт|пів|чверт|yarım|buçuk|çeyrek|μισ|τέταρτ|ήμισ|نصف|ربع|نیم|חצי|רבע|आध|साढ़े|डेढ़|ढाई|半|一刻|반|nửa|rưỡi|ครึ่ง/iu;

export function hasHalf(text: string): boolean {
  return parts.test(text);
}

/** Words for twelve o'clock. */
const twelve =
  /noon|midnight|mittag|mitternacht|midi|minuit|mediod[íi]a|medianoche|meio[- ]dia|meia[- ]noite|mezzogiorno|mezzanotte|middag|midnatt|middernacht|połud|północ|poled|půlno|полд[её]н|полноч|полудн|полун|опівд|опівн|південь|північ|öğle|gece yarısı|μεσημ|μεσάν|ظهر|منتصف|نیمه|ליל|צהר|दोपहर|आधी रात|正午|中午|午夜|半夜|零時|정오|자정|trưa|nửa đêm|เที่ยง/iu;

export function hasTwelve(text: string): boolean {
  return twelve.test(text);
}
