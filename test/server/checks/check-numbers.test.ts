import { expect, test } from 'vitest';
import { checkNumbers } from '../../../server/checks/check-numbers.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['en', 'de', 'It cost 1,234.50 dollars.', 'Es kostete 1.234,50 Dollar.'],
  ['en', 'fr', 'It holds 55,000 barrels.', 'Il contient 55 000 barils.'],
  ['en', 'ar', 'On 12 May 2010', 'في ١٢ مايو ٢٠١٠'],
  ['en', 'hi', 'On 12 May 2010', '१२ मई २०१० को'],
  ['ja', 'en', '２０１０年５月１２日', '12 May 2010'],
  ['ja', 'en', '5月12日', 'May 12'],
  ['vi', 'en', 'ngày 12 tháng 5 năm 2010', 'May 12, 2010'],
  ['en', 'zh', '2.3 million gallons', '230 万加仑'],
  ['zh', 'en', '1000 万份文件', 'ten million documents'],
  ['en', 'hi', '2.3 million gallons', '23 लाख गैलन'],
  ['en', 'ja', '104,500 barrels', '10万4500バレル'],
  ['en', 'de', 'The 1970s', 'Die 70er Jahre'],
  ['zh', 'en', '20世纪90年代', 'the 1990s'],
  ['en', 'ru', 'The 21st century', 'XXI век'],
  ['en', 'fr', 'The 21st century', 'Le XXIe siècle'],
  ['en', 'vi', 'Just after 11:00', 'Ngay sau 11 giờ'],
  ['en', 'de', 'At 9:30 pm', 'Um 21.30 Uhr'],
  ['de', 'en', 'Um 20 Uhr', 'At 8 p.m.'],
  ['en', 'de', 'At 0230 UTC', 'Um 02:30 UTC'],
  ['en', 'th', 'in 2009', 'ในปี 2552'],
  ['en', 'es', 'the last 3 months', 'los últimos tres meses'],
  ['en', 'uk', 'a 2 hour speech', 'двогодинний виступ'],
  ['en', 'fi', 'the last 3 months', 'viimeiset kolme kuukautta'],
  ['de', 'en', 'Am 17.05.2024', 'On May 17, 2024'],
  ['en', 'nl', 'the season of 1995-96', 'het seizoen 1995-1996'],
  ['en', 'he', 'COVID-19 spread', 'הקורונה התפשטה'],
  ['ja', 'en', 'もう1人の学生', 'another student'],
  ['en', 'de', 'See https://example.com/2024/05 now', 'Siehe https://example.com/2024/05 jetzt'],
  ['en', 'de', 'three men', '3 Männer'],
  ['en', 'de', 'No number', 'Keine Zahl'],
])('%s to %s: %j is kept in %j', (from, to, source, translation) => {
  expect(checkNumbers(createSubject(source, translation, { from, to }))).toBeUndefined();
});

test.each([
  ['en', 'de', 'It cost 1,234.50 dollars.', 'Es kostete 1.243,50 Dollar.', '1,234.50'],
  ['en', 'de', 'In 1990 and 1991', 'In den Jahren 1990 und 1992', '1991'],
  ['en', 'fr', 'In 2010 it began.', 'Cela a commencé.', '2010'],
  ['en', 'es', 'the last 3 months', 'los últimos meses', '3'],
  ['en', 'de', 'It holds 20 people', 'Es fasst 200 Personen', '20'],
  ['en', 'zh', '2.3 million gallons', '320 万加仑', '2.3'],
  ['ja', 'en', '５月１２日', 'May 21', '12'],
  ['en', 'ar', 'At 645 miles', 'على بعد ٦٥٤ ميلا', '645'],
  ['en', 'de', '42% agree', 'Viele stimmen zu', '42'],
  ['en', 'de', 'Call 555 1234', 'Rufen Sie 555 an', '1234'],
])('%s to %s: %j is not kept in %j', (from, to, source, translation, named) => {
  const finding = checkNumbers(createSubject(source, translation, { from, to }));
  expect(finding?.fault).toContain(`: ${named}.`);
});
